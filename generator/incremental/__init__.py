"""Makes `mkdocs build` render only the pages that changed, and those on all cores; stands on its own, for any hook.

MkDocs has the idea itself (`--dirty`: a page whose file is not modified is neither read nor written) but decides by the
time of files, so its search index, its navigation and its links go wrong. Here a page is taken from the last site only
if all that it was made from is as it was, and if its files there are still those that were written:

- its source, and whatever the hook says it shows besides (`Host`);
- settings, theme, code and versions (inputs.py), the navigation, and each file that it asked MkDocs for, e.g. as the
  target of a link, whether it was there or not (asked_files.py).

Whatever is not like that, or not known for certain, is rendered, by the same functions of MkDocs as ever
(rendering.py), each worker its share (workers.py). What pages have left behind for the whole site, such as entries of a
search index, is kept beside their hashes (`Gathering`). All of that is a hint: behind a state that is missing, damaged
or not written by this user (state.py), everything is rendered.

A hook passes its events on to `Incremental` (build.py), and has MkDocs build with `--dirty` into an empty folder.
"""
