"""Python-Markdown in less time: steps of its own and of MkDocs that give the same, by shorter ways.

Nothing here knows of dossiers. Where Python-Markdown or MkDocs are not as these steps know them, they stand aside.
"""
