"""The search index of the built site: German words, small files that a reader's browser loads as it needs them."""
