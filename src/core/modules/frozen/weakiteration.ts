/// How a weak collection goes over entries that may die meanwhile: it puts their removal off (up to 3.13), or it goes over a
/// copy (3.14).
export interface Iteration {
  /// What the class makes for it in `__init__`.
  readonly begin: string;
  /// What stands before access to the entries.
  readonly commit: string;
  /// The statement that a loop over the entries stands in.
  readonly during: string;
  /// What is appended to the entries to go over them.
  readonly copy: string;
  /// Whether `remove` must put its key off.
  readonly isBusy: string;
  readonly length: string;
  /// What marks that keys were deleted whose removal may have been put off, what takes the mark away, and what sees to it
  /// that they are not counted twice.
  readonly markDirty: string;
  readonly markClean: string;
  readonly scrub: string;
  /// The class that `during` names.
  readonly definition: string;
}

export const GUARDED: Iteration = {
  begin: 'self._pending_removals = []; self._iterating = set()',
  commit: 'if self._pending_removals: self._commit_removals()',
  during: 'with _IterationGuard(self)',
  copy: '',
  isBusy: 'self._iterating',
  length: 'len(self.data) - len(self._pending_removals)',
  markDirty: 'self._dirty_len = True',
  markClean: 'self._dirty_len = False',
  scrub: 'if self._dirty_len and self._pending_removals: self._scrub_removals()',
  definition: `
class _IterationGuard:
    def __init__(self, weakcontainer):
        self.weakcontainer = ref(weakcontainer)

    def __enter__(self):
        container = self.weakcontainer()
        if container is not None:
            container._iterating.add(self)
        return self

    def __exit__(self, e, t, b):
        container = self.weakcontainer()
        if container is not None:
            container._iterating.remove(self)
            if not container._iterating:
                container._commit_removals()
`
};

export const COPYING: Iteration = {
  begin: 'pass', commit: 'pass', during: 'if True', copy: '.copy()', isBusy: 'False', length: 'len(self.data)',
  markDirty: 'pass', markClean: 'pass', scrub: 'pass', definition: ''
};
