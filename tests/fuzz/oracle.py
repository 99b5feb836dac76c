"""Runs programs as a real CPython would run each in a process of its own, many a second.

Reads one JSON string (a program) a line from the file named first and writes one JSON string (its stdout) a line. A child is
forked for each, which runs the program as `__main__` and ends as the interpreter does, shutdown included.
"""
import sys


def child_source():
    import json
    import os
    import resource
    import signal
    import warnings
    warnings.simplefilter('ignore')
    for line in open(sys.argv[1]):
        source = json.loads(line)
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            signal.alarm(10)
            resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, 1 << 30))
            os.close(reader)
            os.dup2(writer, 1)
            os.close(writer)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            return source
        os.close(writer)
        with open(reader, 'rb') as pipe:
            text = pipe.read().decode('utf-8', 'replace')
        status = os.waitpid(child, 0)[1]
        if os.WIFSIGNALED(status):
            text += f'killed by signal {os.WTERMSIG(status)}\n'
        print(json.dumps(text), flush=True)
    return ''


# A str, so that the parser's arena lives while the program runs, as with a script.
exec((child_source(), globals().pop('child_source'), globals().pop('sys'))[0])
