#!/usr/bin/env python3
"""Records what real CPythons make of the programs in recorded.json: tests/syntax/record.py PYTHON...

Give one interpreter of each version (3.11, 3.13, 3.14). A result is the tree as text (tree.ts writes the same), or
[type, message, lineno, offset, end_lineno, end_offset] of the SyntaxError. A version that is left out is like the next.
"""
import ast
import json
import pathlib
import struct
import subprocess
import sys
import warnings

RECORDED = pathlib.Path(__file__).with_name('recorded.json')
VERSIONS = ['3.14', '3.13', '3.11']


def constant(value):
    if value is None or value is True or value is False:
        return str(value)
    if value is Ellipsis:
        return 'Ellipsis'
    if isinstance(value, bytes):
        return 'b' + value.hex()
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, complex):
        return 'j' + struct.pack('>d', value.imag).hex()
    return 'f' + struct.pack('>d', value).hex() if isinstance(value, float) else str(value)


def text(node):
    if isinstance(node, list):
        return '[' + ' '.join(text(each) for each in node) + ']'
    if node is None:
        return '-'
    if not isinstance(node, ast.AST):
        return json.dumps(node)
    name = type(node).__name__
    if isinstance(node, (ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.expr_context)):
        return name
    place = f' {node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}' if hasattr(node, 'lineno') else ''
    fields = []
    for field in node._fields:
        value = getattr(node, field, None)
        if field in ('type_comment', 'type_ignores'):
            continue
        if name in ('Constant', 'MatchSingleton') and field == 'value':
            fields.append(constant(value))
        elif field in ('simple', 'is_async'):
            fields.append(str(bool(value)).lower())
        else:
            fields.append(text(value))
    return '(' + ' '.join([name + place, *fields]) + ')'


def result(source):
    try:
        return text(ast.parse(source))
    except SyntaxError as error:
        return [type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset]


def main():
    if sys.argv[1:] == ['--worker']:
        warnings.simplefilter('ignore')
        sources = json.load(sys.stdin)
        json.dump(['%d.%d' % sys.version_info[:2], [result(source) for source in sources]], sys.stdout)
        return
    sources = [entry['source'] for entry in json.loads(RECORDED.read_text())]
    columns = {}
    for python in sys.argv[1:]:
        command = [python, __file__, '--worker']
        worker = subprocess.run(command, input=json.dumps(sources), capture_output=True, text=True, check=True)
        version, results = json.loads(worker.stdout)
        columns[version] = results
    entries = []
    for i, source in enumerate(sources):
        entry = {'source': source}
        later = None
        for version in VERSIONS:
            if columns[version][i] != later:
                entry[version] = later = columns[version][i]
        entries.append(entry)
    lines = ',\n'.join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    RECORDED.write_text(f'[\n{lines}\n]\n')


main()
