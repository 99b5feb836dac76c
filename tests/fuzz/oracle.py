"""Runs programs as a real CPython would run each in a process of its own, many a second.

Reads a program a line from stdin, as a JSON string, and writes its stdout as a line. A child is forked for each, which runs
the program as `__main__` and ends as the interpreter does, shutdown included.

An argument says how many blocks of each of pymalloc's sizes are taken beforehand, so that everything lies elsewhere.
"""
import sys


def child_source():
    import json
    import os
    import resource
    import signal
    import warnings
    warnings.simplefilter('ignore')
    # Kept by a module; the bytes themselves are nothing that the collector counts.
    json.taken = [bytes(size) for size in range(1, 472, 16) for _ in range(int(sys.argv[1]))]
    rest = b''
    while True:
        while b'\n' not in rest:
            chunk = os.read(0, 1 << 16)
            if not chunk:
                return ''
            rest += chunk
        line, _, rest = rest.partition(b'\n')
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            signal.alarm(10)
            resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, 1 << 30))
            os.close(reader)
            os.dup2(writer, 1)
            os.close(writer)
            nowhere = os.open(os.devnull, os.O_RDWR)
            os.dup2(nowhere, 0)
            os.dup2(nowhere, 2)
            return json.loads(line)
        os.close(writer)
        with open(reader, 'rb') as pipe:
            text = pipe.read().decode('utf-8', 'replace')
        status = os.waitpid(child, 0)[1]
        if os.WIFSIGNALED(status):
            text += f'killed by signal {os.WTERMSIG(status)}\n'
        print(json.dumps(text), flush=True)


# A str, so that the parser's arena lives while the program runs, as with a script.
exec((child_source(), globals().pop('child_source'), globals().pop('sys'))[0])
