shelf = [green, blue]
red = green = spare = None
