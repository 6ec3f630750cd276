"""The dossier generator: a folder of articles, as YAML metadata and claims, becomes a site of linked topic pages.

Data passes each stage once, in one direction; `pipeline.py` tells the run.

    seeds/    reading, yaml_marks    files → plain values with the position of every key
              parsing, seed, model   → frozen, typed records
              resolve/               → one Dossier: ids are objects; mentions, backlinks, order, conflicts are found
              pages/                 → pages with their values; one module a kind of page
              render, writer, templates/ → Markdown texts; the same seeds give the same bytes
              page_files, drafts, asked → those that a change touches, by several processes; the others stay
              exports/, feeds, inventory, json_ld → the same dossier for programs: data, feeds, link lists, metadata
    docs/     sync                   writes what changed, removes what is stale
    site/     site                   MkDocs builds beside site/, which is swapped in when it is whole
              release/               `dossier release` alone: the page that prints all, the zip for disks

What is wrong is collected on the way as `problems` and printed once. `verification/` holds claims against the private
full texts; `promises.py` holds the dossier against what was published (`published`, `redirects`), and `moved` and
`corrections` tell readers what became of it. MkDocs meets all this in `mkdocs_hook.py` and `markdown_refs.py` only;
people meet it in `command_line.py`. What a run leaves for the next to be quicker is only ever a hint: `kept` and the
modules named after it, `unchanged`, and for MkDocs `incremental/`, which stands on its own.
"""
