"""Charts, maps and overviews as static SVG: a Vega-Lite specification each, drawn while pages are made."""
