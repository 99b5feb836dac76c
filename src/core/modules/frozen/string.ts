/// `string`.
export const stringSource = `
whitespace = " \\t\\n\\r\\v\\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace

def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))

class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _parts(self):
        "Text, name, what stood there, and where; a name of '' is a lone delimiter."
        text, at = self.template, 0
        while True:
            found = text.find(self.delimiter, at)
            if found < 0:
                yield text[at:], None, "", 0
                return
            yield text[at:found], None, "", 0
            next = found + 1
            if text[next:next + 1] == self.delimiter:
                yield self.delimiter, None, "", 0
                at = next + 1
                continue
            braced = text[next:next + 1] == "{"
            start = end = next + braced
            while end < len(text) and text[end].isascii() and (text[end] == "_" or text[end].isalnum()) and not (end == start and text[end].isdigit()):
                end += 1
            name = text[start:end]
            if braced and text[end:end + 1] != "}":
                name = ""
            at = end + (braced and name != "") if name else next
            yield "", name, text[found:at], found

    def _fill(self, mapping, kws, safe):
        result = []
        for text, name, source, at in self._parts():
            result.append(text)
            if name is None:
                continue
            if name == "":
                if not safe:
                    lines = self.template[:at].splitlines(keepends=True) or [""]
                    if at and self.template[at - 1] == "\\n":
                        lines.append("")
                    raise ValueError("Invalid placeholder in string: line %d, col %d" % (len(lines), len(lines[-1]) + 1))
                result.append(source)
            elif name in kws:
                result.append(str(kws[name]))
            elif safe:
                try:
                    result.append(str(mapping[name]))
                except KeyError:
                    result.append(source)
            else:
                result.append(str(mapping[name]))
        return "".join(result)

    def substitute(self, mapping={}, /, **kws):
        return self._fill(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._fill(mapping, kws, True)

    def get_identifiers(self):
        return list(dict.fromkeys([name for _, name, _, _ in self._parts() if name]))

    def is_valid(self):
        return all([name != "" for _, name, _, _ in self._parts()])

class Formatter:
    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

__all__ = [name for name in ("ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits printable punctuation whitespace "
           "Formatter Template").split() if name in globals()]
`;
