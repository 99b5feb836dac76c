// From what a failed program printed to what its user can do.

const CAUSES = [
  {
    // Debian and Ubuntu ship Python without it.
    pattern: /ensurepip is not\s+available|No module named '?(ensurepip|venv)/,
    advice: [
      'This Python cannot make virtual environments. On Debian and Ubuntu:',
      '    sudo apt-get install python3-venv',
      'Elsewhere, install Python 3.10 or newer from https://www.python.org/.'
    ]
  },
  {
    pattern: /ENOSPC|No space left on device|not enough space/i,
    advice: ['The disk is full. About 1.5 GB is needed for node_modules and .venv together.']
  },
  {
    pattern: /SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|CERTIFICATE_VERIFY_FAILED|self.signed certificate|SSLError/i,
    advice: [
      'A certificate was refused, as happens behind a company proxy.',
      "Tell npm (npm config set cafile FILE) and pip (pip config set global.cert FILE) your network's certificate."
    ]
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET|name resolution|new connection|Could not resolve|ReadTimeout|Network is unreachable|Max retries exceeded/i,
    advice: [
      'The network, or the package registry, could not be reached. Check the connection (and proxy settings), then try again:',
      'what is already installed is kept.'
    ]
  },
  {
    pattern: /EACCES|EPERM|Permission denied|Read-only file system/i,
    advice: ['A file or folder cannot be written. Is this checkout yours, and not made by another user (or by root)?']
  },
  {
    pattern: /EINTEGRITY|npm ci.{0,40}can only install|Unsupported platform|not a supported wheel|No matching distribution/i,
    advice: [
      'A pinned package does not fit this machine or has changed.',
      'Is this checkout up to date (git pull)? Is a private package registry set in .npmrc or pip.conf?'
    ]
  }
];

const UNKNOWN = ['The lines above are the end of what it printed. Removing node_modules and .venv and trying again starts afresh.'];

/// Lines of advice for the output of a program that failed.
export function diagnose(output) {
  return CAUSES.find(cause => cause.pattern.test(output))?.advice ?? UNKNOWN;
}
