/// Which part of src may import which: the arrows of ARCHITECTURE.md as data.
import path from 'node:path';

/// Inside core, what a folder may import besides itself. `machine` is the files that lie in src/core itself.
const CORE: Readonly<Record<string, readonly string[]>> = {
  profile: [],
  memory: ['profile'],
  objects: ['profile', 'memory'],
  gc: ['profile', 'memory', 'objects'],
  syntax: ['profile'],
  compiler: ['profile', 'syntax'],
  vm: ['profile', 'memory', 'objects', 'gc', 'compiler', 'syntax'],
  trace: ['profile', 'memory', 'objects', 'gc', 'vm', 'compiler'],
  modules: ['profile', 'memory', 'objects', 'gc', 'vm', 'compiler'],
  assist: ['profile', 'memory', 'objects', 'vm', 'compiler', 'syntax', 'trace', 'modules'],
  machine: ['profile', 'memory', 'objects', 'gc', 'trace', 'compiler', 'syntax', 'vm', 'modules', 'assist']
};

/// The other parts, and what they may import of src.
const PARTS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  lessons: ['core'],
  views: ['core'],
  widgets: ['core', 'views'],
  labextension: ['core', 'lessons', 'views', 'widgets'],
  cli: ['core', 'lessons', 'views']
};

/// Of core, the others see the machine, the trace's contract and the list of versions.
const CORE_ENTRANCES = ['core/machine', 'core/createMachine', 'core/trace/payload', 'core/trace/packing', 'core/trace/memorysteps', 'core/trace/poolblocks', 'core/trace/poolsteps', 'core/trace/wordlog', 'core/trace/linklog', 'core/trace/savedtrace', 'core/profile/profile', 'core/profile/structs'];

/// Packages from outside, as patterns.
const PACKAGES: Readonly<Record<string, RegExp | undefined>> = {
  labextension: /^(@jupyterlab|@jupyter|@lumino|@codemirror)\/|^react$/,
  cli: /^node:/
};

/// The specifiers of all imports in a source text, type-only ones too.
export function importsOf(source: string): string[] {
  const patterns = [
    /^[ \t]*(?:import|export)\b[\w\s{},*$]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^[ \t]*import\s*['"]([^'"]+)['"]/gm,
    /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g,
    /\bnew URL\(\s*['"]([^'"]+)['"],\s*import\.meta\.url/g
  ];
  return patterns.flatMap(pattern => [...source.matchAll(pattern)].map(match => match[1]!));
}

const coreFolder = (file: string): string => {
  const parts = file.split('/');
  return parts.length > 2 ? parts[1]! : 'machine';
};

/// Why `file` (a path under src, such as `core/gc/gc.ts`) may not import `specifier`; undefined if it may.
export function violation(file: string, specifier: string): string | undefined {
  const part = file.split('/')[0]!;
  if (!specifier.startsWith('.')) {
    return PACKAGES[part]?.test(specifier) ? undefined : `${file}: ${part} may not import the package ${specifier}`;
  }
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  const targetPart = target.split('/')[0]!;
  if (!(targetPart in PARTS)) {
    return `${file}: ${specifier} is outside src`;
  }
  if (part === targetPart) {
    const allowed = part !== 'core' || coreFolder(file) === coreFolder(target) || CORE[coreFolder(file)]?.includes(coreFolder(target));
    return allowed ? undefined : `${file}: core/${coreFolder(file)} may not import ${target}`;
  }
  if (!PARTS[part]?.includes(targetPart)) {
    return `${file}: ${part} may not import ${target}`;
  }
  if (targetPart === 'core' && !CORE_ENTRANCES.includes(target)) {
    return `${file}: from outside, core is entered by ${CORE_ENTRANCES.join(', ')}, not ${target}`;
  }
  return undefined;
}
