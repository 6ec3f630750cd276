"""Charts, maps and overviews as static SVG: drawn while pages are made."""
