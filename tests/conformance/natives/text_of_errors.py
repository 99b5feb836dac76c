"""The line that a SyntaxError has as its text, and where its newline is."""
sources = [
    ("eval", "1 +\n"), ("eval", "1 +"), ("eval", "a b"), ("eval", "(1,\n2"), ("eval", "(1,\n2 3)"), ("exec", "x = (1 2\n3)\n"),
    ("exec", "x = 5 5"), ("exec", "if 1:\nx"), ("exec", "if 1:\n  x\n y"), ("exec", "a = 1\nb = = 2\nc = 3"), ("exec", "f(1,\n  a=1,\n  2)\nx=1"),
    ("exec", "x = [1,\n2,\n3 4]\n"), ("exec", '"abc'), ("exec", '"""abc\ndef'), ("exec", "x = 0777\ny = 2"), ("exec", "f(\n"), ("exec", "f(x\n y)"),
    ("exec", "x = 1)"), ("exec", "x = [1)"), ("exec", "5L"), ("exec", "x = 1 \\ \ny"), ("exec", 'print "a"\nx = 1'), ("exec", "d = {1: 2\n3: 4}"),
]
for mode, source in sources:
    try:
        compile(source, "<text>", mode)
    except SyntaxError as e:
        print(mode, repr(source), "->", e.msg, e.lineno, e.offset, repr(e.text))
