"""The book as a static site: built with Jupyter Book, made light, checked for strangers, served."""
