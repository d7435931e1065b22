from IPython.display import HTML, display

display(HTML("<script>document.title = 1</script><img src=x onerror=alert(1)><a href=javascript:alert(1)>x</a>"))
display(HTML("<table><tr><td onclick=alert(1)>x<style>@import url(//x)</style></table><iframe src=//x></iframe>"))
display({"text/html": "<svg onload=alert(1)><math><mi xlink:href=javascript:x>", "image/svg+xml": "<svg/onload=alert(1)>"}, raw=True)
print("<script>alert(1)</script>")
