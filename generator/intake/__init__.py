"""From a source (a file, a web page, standard input) to the text and metadata of an article.

One direction: files.py or fetch.py bring bytes, decode.py makes them letters, plain.py or html_page.py paragraphs;
origin.py and published.py read what the text says of itself, and source.py tells the whole way. duplicates.py says
whether the dossier has the article already. What no article can be made of is `Unusable`, with the way out.
"""
