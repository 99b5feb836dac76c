/// Modules of CPython's standard library: importing one that is not here says so, instead of "No module named".
export const STDLIB_NAMES: ReadonlySet<string> = new Set((
  'abc aifc annotationlib antigravity argparse array ast asyncio atexit audioop base64 bdb binascii bisect builtins bz2 ' +
  'cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections collections.abc colorsys compileall ' +
  'compression concurrent concurrent.futures concurrent.interpreters configparser contextlib contextvars copy copyreg ' +
  'crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno ' +
  'faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob ' +
  'graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr importlib importlib.metadata inspect io ' +
  'ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap ' +
  'modulefinder multiprocessing netrc nis nntplib ntpath nturl2path numbers opcode operator optparse os os.path pathlib ' +
  'pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile ' +
  'pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets ' +
  'select selectors shelve shlex shutil signal site smtplib sndhdr socket socketserver spwd sqlite3 sre_compile ' +
  'sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog ' +
  'tabnanny tarfile telnetlib tempfile termios textwrap threading time timeit tkinter token tokenize tomllib trace ' +
  'traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest unittest.mock urllib urllib.parse ' +
  'urllib.request uu uuid venv warnings wave weakref webbrowser wsgiref xdrlib xml xml.etree.ElementTree xmlrpc zipapp ' +
  'zipfile zipimport zlib zoneinfo'
).split(' '));
