/* Preloaded into a CPython, writes down each change of the collector's young count and of the free lists.

   The allocators of the object and the mem domain are replaced by ones that look before they pass on. A script
   gives orders with os.getpgid(1000000 + ORDER), which this file answers. Free lists are kept half full from a stash, so that they never run out and never overflow: what is written down is what the program did,
   whatever it found there. See record_imports.py. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

enum { LOCATE, HOOK, STOP, MARK, START, SNAPSHOT = 100, GROWN = 200, PRINT = 300 };
enum { SPAN = 16384, LISTS = 32, STASHED = 20000, COUNT_FIRST = 1000000, FAR = 1000 };
enum { TUPLE_SIZES = 20, OB_ITEM = 24, OB_HASH = 24, FIRST_FIELD = 16 };
enum { MA_USED = 16, EVAL_BREAKER = 24, GC_SCHEDULED = 16 };

typedef struct {
  void *ctx;
  void *(*malloc)(void *, size_t);
  void *(*calloc)(void *, size_t, size_t);
  void *(*realloc)(void *, void *, size_t);
  void (*free)(void *, void *);
} Allocator;

static Allocator real[3];
static char *interp, *tstate, *modules, *module_locks;
static int count_at, is_311, is_314, on, marks;
/* Offsets of the free lists' counts in the interpreter, their limits, and what is put aside. */
static int lists;
static struct { int at, limit, stashed; void *stash[STASHED]; } list[LISTS];
static int *events, last[3 * LISTS + 4];
static long used, room;
static char *snapshot, *candidate;

static const uintptr_t UNTOUCHED = 0x5ca1ab1e;

static void *api(const char *name) { return dlsym(RTLD_DEFAULT, name); }

static int read_at(int offset) { return *(int *)(interp + offset); }

/* Where the next free object is: in an array before the count, or chained through the first word of each (3.14) or the
   first item of each tuple. */
static void **place(int i) {
  int size = read_at(list[i].at), tuple = i - (lists - TUPLE_SIZES);
  if (is_314) return (void **)(interp + list[i].at - 8);
  if (tuple >= 0) return (void **)(interp + list[lists - TUPLE_SIZES].at - 8 * TUPLE_SIZES) + tuple;
  return (void **)(interp + list[i].at - 8 * list[i].limit) + size - 1;
}

static void **link_of(int i, void *object) {
  if (is_314) return object;
  return i < lists - TUPLE_SIZES ? NULL : (void **)((char *)object + OB_ITEM);
}

/* A word that is written when an object is taken, and that no object writes UNTOUCHED to. */
static uintptr_t *mark_of(int i, void *object) {
  int tuple = i >= lists - TUPLE_SIZES;
  return object + (!is_314 ? 0 : tuple ? OB_HASH : FIRST_FIELD);
}

/* Marks what is in the list, from the top to the first one that is marked already, and returns how many those are: what was
   taken and given back since the last time, though nothing was asked of the allocators in between. */
static int mark(int i) {
  int size = read_at(list[i].at), n = 0;
  if (list[i].limit == 0 || size == 0) return 0;
  void *object = *place(i), **link;
  for (; n < size && *mark_of(i, object) != UNTOUCHED; n++) {
    *mark_of(i, object) = UNTOUCHED;
    link = link_of(i, object);
    if (n + 1 < size) object = link != NULL ? *link : place(i)[-1 - n];
  }
  return n;
}

/* How many objects more the list had in between than now, where what was given and taken again leaves its pointer above
   the top: in an array. */
static int above(int i) {
  int n = 0, size = read_at(list[i].at), limit = is_314 || i >= lists - TUPLE_SIZES ? 0 : list[i].limit;
  while (size + n < limit && place(i)[1 + n] != NULL) n++;
  return n;
}

static void clear_above(int i) {
  int size = read_at(list[i].at), limit = is_314 || i >= lists - TUPLE_SIZES ? 0 : list[i].limit;
  for (int n = 0; size + n < limit; n++) place(i)[1 + n] = NULL;
}

static void balance(int i) {
  int limit = list[i].limit, middle = limit / 2, *size = (int *)(interp + list[i].at);
  if (limit == 0 || abs(*size - middle) <= limit / 8) return;
  while (*size > middle && list[i].stashed < STASHED) {
    void **head = place(i), *object = *head, **link = link_of(i, object);
    if (link != NULL) *head = *link;
    list[i].stash[list[i].stashed++] = object;
    --*size;
  }
  while (*size < middle && list[i].stashed > 0) {
    void *object = list[i].stash[--list[i].stashed], **link = link_of(i, object);
    if (link == NULL) ++*size;
    void **head = place(i);
    if (link != NULL) *link = *head, ++*size;
    *head = object;
  }
}

/* A row: whether the eval breaker was looked at since the last one, the count, the free lists, how few and how many they had
   in between, how many modules there are, how many of them are being imported, and marks. */
static void look(void) {
  if (!on) return;
  int breaker = 0, n = 0, now[3 * LISTS + 4];
  uintptr_t *bits = (uintptr_t *)(tstate + EVAL_BREAKER);
  if (!is_311 && !(*bits & GC_SCHEDULED)) {
    breaker = 1;
    *bits |= GC_SCHEDULED;
  }
  now[n++] = read_at(count_at);
  for (int i = 0; i < lists; i++) {
    now[n] = read_at(list[i].at) + list[i].stashed;
    now[n + lists] = now[n] - mark(i);
    now[n + 2 * lists] = now[n] + above(i);
    n++;
    balance(i);
    clear_above(i);
  }
  n += 2 * lists;
  now[n++] = *(int *)(modules + MA_USED);
  now[n++] = *(int *)(module_locks + MA_USED);
  now[n++] = marks;
  if (!breaker && memcmp(now, last, n * sizeof(int)) == 0) return;
  memcpy(last, now, n * sizeof(int));
  if (used + n + 1 > room) events = realloc(events, (room = room * 2 + 1000000) * sizeof(int));
  events[used] = breaker;
  memcpy(events + used + 1, now, n * sizeof(int));
  used += n + 1;
}

#define DOMAIN(D) \
  static void *malloc##D(void *ctx, size_t n) { look(); return real[D].malloc(real[D].ctx, n); } \
  static void *calloc##D(void *ctx, size_t n, size_t m) { look(); return real[D].calloc(real[D].ctx, n, m); } \
  static void *realloc##D(void *ctx, void *p, size_t n) { look(); return real[D].realloc(real[D].ctx, p, n); } \
  static void free##D(void *ctx, void *p) { look(); real[D].free(real[D].ctx, p); } \
  static Allocator hooked##D = { 0, malloc##D, calloc##D, realloc##D, free##D };
DOMAIN(1)
DOMAIN(2)

static void hook(void) {
  void (*get)(int, Allocator *) = api("PyMem_GetAllocator"), (*set)(int, Allocator *) = api("PyMem_SetAllocator");
  get(1, &real[1]);
  get(2, &real[2]);
  set(1, &hooked1);
  set(2, &hooked2);
  void *importlib = ((void *(*)(const char *))api("PyImport_AddModule"))("_frozen_importlib");
  module_locks = ((char *(*)(void *, const char *))api("PyObject_GetAttrString"))(importlib, "_module_locks");
  char *at = getenv("FREE_LISTS"), *limit = getenv("LIMITS");
  while (*at) list[lists++].at = strtol(at, &at, 10), at += *at == ',';
  for (int i = 0; *limit; i++) list[i].limit = strtol(limit, &limit, 10), limit += *limit == ',';
  ((int (*)(void))api("PyGC_Disable"))();
  /* It would stop at 0. */
  *(int *)(interp + count_at) = COUNT_FIRST;
  on = 1;
}

static void locate(void) {
  interp = ((char *(*)(void))api("PyInterpreterState_Get"))();
  tstate = ((char *(*)(void))api("PyThreadState_Get"))();
  modules = ((char *(*)(void))api("PyImport_GetModuleDict"))();
  const char *version = ((const char *(*)(void))api("Py_GetVersion"))();
  is_311 = strncmp(version, "3.11", 4) == 0;
  is_314 = strncmp(version, "3.14", 4) == 0;
  for (int o = 0; o < SPAN; o += 4) {
    if (read_at(o) != (is_311 ? 700 : 2000) || read_at(o + 24) != 10 || read_at(o + 48) != 10) continue;
    count_at = o + 4;
    return;
  }
}

/* Which words of the interpreter have grown by n since the snapshot, each time it was asked. */
static void keep_grown(int n) {
  for (int o = 0; o < SPAN; o += 4) if (read_at(o) - *(int *)(snapshot + o) != n) candidate[o] = 0;
}

int close(int fd) {
  static int (*closes)(int);
  if (closes == NULL) closes = dlsym(RTLD_NEXT, "close");
  look();
  marks++;
  look();
  return closes(fd);
}

pid_t getpgid(pid_t pid) {
  static pid_t (*asks)(pid_t);
  if (asks == NULL) asks = dlsym(RTLD_NEXT, "getpgid");
  int order = pid - 1000000;
  if (order < 0) return asks(pid);
  if (interp == NULL) locate();
  if (order == HOOK) hook();
  if (order == START) used = 0, last[0] = -1, look();
  if (order == MARK) look(), marks += FAR, look();
  if (order == STOP) {
    look();
    on = 0;
    int columns = 3 * lists + 5;
    FILE *file = fopen(getenv("EVENTS"), "wb");
    fwrite(&columns, sizeof(int), 1, file);
    fwrite(events, sizeof(int), used, file);
    fclose(file);
  }
  if (order == SNAPSHOT || order == SNAPSHOT + 1) {
    if (snapshot == NULL) snapshot = malloc(SPAN + 4), candidate = malloc(SPAN);
    if (order == SNAPSHOT + 1) memset(candidate, 1, SPAN);
    memcpy(snapshot, interp, SPAN + 4);
  }
  if (order > GROWN && order < PRINT) keep_grown(order - GROWN);
  if (order == PRINT) for (int o = 0; o < SPAN; o += 4) if (candidate[o]) fprintf(stderr, "%d ", o);
  if (order == PRINT) fputc('\n', stderr);
  return 0;
}
