"""`dossier release`: one page that prints the whole dossier, and the site as a zip that works without a server.

`cover.py` writes title page and contents, `plan.py` tells MkDocs of them, `book.py` binds the pages of the site behind
them, `archive.py` packs, `run.py` tells the run.
"""
