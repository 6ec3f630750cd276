"""What changes seeds at an editor's word: all of a change or none of it, and not a byte besides."""
