from IPython.display import HTML, display

display(HTML("<p>" * 2_000_000))
