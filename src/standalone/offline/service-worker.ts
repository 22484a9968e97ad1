/**
 * Serves the page without a network after the first visit. Knows the files of one build, and touches nothing else: what
 * is not among them goes to the network as if this were not here. A new build waits until the person takes it.
 */
import { TAKE_OVER } from './take-over';

/** What a service worker's world offers, as far as it is used here: the types of pages do not know it. */
interface WorkerScope {
  readonly caches: CacheStorage;
  readonly registration: { readonly scope: string };
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: <K extends keyof WorkerEvents>(
    type: K,
    listener: (event: WorkerEvents[K]) => void,
  ) => void;
}

interface WorkerEvents {
  readonly install: { readonly waitUntil: (work: Promise<unknown>) => void };
  readonly activate: { readonly waitUntil: (work: Promise<unknown>) => void };
  readonly message: { readonly data: unknown };
  readonly fetch: { readonly request: Request; readonly respondWith: (response: Promise<Response>) => void };
}

/** Put in by the build: the files of the page, and a name that changes with any of them. */
declare const PAGE_BUILD: { readonly version: string; readonly files: readonly string[] };

const scope = globalThis as unknown as WorkerScope;
const PREFIX = 'spbe-';
const CACHE = `${PREFIX}${PAGE_BUILD.version}`;
const START = 'index.html';

const addressOf = (file: string): string => new URL(file, scope.registration.scope).href;
const FILES = PAGE_BUILD.files.map(addressOf);
/** The address in the cache by the address that is asked for. */
const KNOWN = new Map([...FILES.map((file) => [file, file] as const), [addressOf('./'), addressOf(START)]]);

scope.addEventListener('install', (event) => {
  event.waitUntil(scope.caches.open(CACHE).then((cache) => Promise.all(FILES.map((file) => store(cache, file)))));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(removeOthers().then(() => scope.clients.claim()));
});

scope.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void scope.skipWaiting();
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const [plain = ''] = request.url.split(/[?#]/, 1);
  const known = KNOWN.get(plain);
  if (request.method === 'GET' && known !== undefined) event.respondWith(fromCache(request, known));
});

/** Rejects unless the file arrived whole: half a page is worse than the one before. */
async function store(cache: Cache, file: string): Promise<void> {
  // Past what the browser remembers: the start page's address stays the same from build to build.
  const response = await fetch(file, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  // Some servers lead from index.html to the folder; browsers refuse a page that was led elsewhere.
  const { status, headers } = response;
  await cache.put(file, response.redirected ? new Response(await response.blob(), { status, headers }) : response);
}

async function removeOthers(): Promise<void> {
  const names = await scope.caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => scope.caches.delete(name)));
}

async function fromCache(request: Request, address: string): Promise<Response> {
  const cache = await scope.caches.open(CACHE);
  return (await cache.match(address)) ?? fetch(request);
}
