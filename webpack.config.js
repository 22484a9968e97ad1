const { createHash } = require('node:crypto');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const CopyWebpackPlugin = require('copy-webpack-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const webpack = require('webpack');

const DIST = path.join(__dirname, 'dist');
/** The address that manifest.xml names; the build puts the address of the real server in its place. */
const MANIFEST_ADDRESS = 'https://localhost:3000';
const PORT = 3000;

const SIDELOAD = [
  'Muat add-in di Excel (berkas manifest.xml di folder ini):',
  '  Windows  bagikan folder ini di jaringan, lalu Opsi > Pusat Kepercayaan > Katalog Add-in Tepercaya; Sisipkan > Add-in Saya > Folder Bersama',
  '  Mac      salin manifest.xml ke ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef, lalu Sisipkan > Add-in Saya',
  '  web      Beranda > Add-in > Add-in Lainnya > Unggah Add-in Saya > manifest.xml',
  '',
  'Load the add-in in Excel (manifest.xml in this folder):',
  '  Windows  share this folder on the network, then Options > Trust Center > Trusted Add-in Catalogs; Insert > My Add-ins > Shared Folder',
  '  Mac      copy manifest.xml to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef, then Insert > My Add-ins',
  '  web      Home > Add-ins > More Add-ins > Upload My Add-in > manifest.xml',
];

/**
 * `npm run build`: the pane, the page without Excel, the manifest and the command line, in dist/.
 * `npm start`, `npm run start:excel`: the pages only, from memory.
 */
module.exports = async (env) => {
  if (!env.WEBPACK_SERVE) return [pages('production'), commandLine()];
  return { ...pages('development'), devServer: env.excel ? await excelServer() : await pageServer() };
};

/** Returns the settings that the pages and the command line share. */
function common(mode, target) {
  return {
    mode,
    // Never an `eval` source map: the pages forbid eval, in development as well.
    devtool: mode === 'production' ? false : 'cheap-module-source-map',
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'swc-loader',
          options: {
            jsc: {
              target,
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
      ],
    },
    stats: 'errors-warnings',
    infrastructureLogging: { level: 'warn' },
  };
}

function pages(mode) {
  const address = baseAddress();
  return {
    ...common(mode, 'es2020'),
    name: 'pages',
    entry: {
      // The pane is the only page of the shared runtime, so the ribbon's functions come with it.
      taskpane: ['./src/commands/index.ts', './src/taskpane/index.tsx'],
      standalone: './src/standalone/index.tsx',
      // Its address is what browsers know it by: the name stays the same from build to build.
      ...(mode === 'production' && {
        'service-worker': {
          import: './src/standalone/offline/service-worker.ts',
          filename: 'service-worker.js',
          runtime: false,
        },
      }),
    },
    output: {
      path: DIST,
      publicPath: '',
      filename: '[name].[contenthash:8].js',
      chunkFilename: '[name].[contenthash:8].js',
      clean: { keep: 'cli' },
    },
    optimization: {
      splitChunks: { chunks: ({ name }) => name !== 'service-worker' },
      minimize: mode === 'production' && { html: false }, // the pages stay as written: people read their policy
    },
    performance: { hints: false }, // test/build holds the budget
    plugins: [
      // Else webpack finds what libraries call `global` by `new Function`, which the pages forbid.
      new webpack.DefinePlugin({ global: 'globalThis' }),
      new HtmlWebpackPlugin({
        template: './src/taskpane/taskpane.html',
        filename: 'taskpane.html',
        chunks: ['taskpane'],
        minify: false,
      }),
      new HtmlWebpackPlugin({
        template: './src/standalone/standalone.html',
        filename: 'index.html',
        chunks: ['standalone'],
        minify: false,
      }),
      pageFiles,
      new CopyWebpackPlugin({
        patterns: [
          { from: 'assets/*.png' },
          { from: 'src/standalone/offline/app.webmanifest', to: '[name][ext]' },
          {
            from: 'manifest.xml',
            transform: (manifest) => manifest.toString().replaceAll(MANIFEST_ADDRESS, address),
          },
        ],
      }),
    ],
  };
}

/** Tells the service worker which files the page without Excel consists of, and gives the build a name. */
const pageFiles = {
  apply: (compiler) => {
    compiler.hooks.thisCompilation.tap('page-files', (compilation) => {
      // Files have their names by now: those hold what is in them.
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tap({ name: 'page-files', stage }, (assets) => {
        const worker = assets['service-worker.js'];
        if (worker === undefined) return;
        const files = new Set([
          'index.html',
          'app.webmanifest',
          'assets/spbe-32.png',
          'assets/spbe-192.png',
          'assets/spbe-512.png',
        ]);
        const groups = [compilation.entrypoints.get('standalone'), ...compilation.asyncEntrypoints];
        for (const group of groups) addFiles(group, files, new Set());
        const list = [...files].filter((file) => assets[file] !== undefined).sort();
        const hash = createHash('sha256');
        for (const file of list) hash.update(file).update(assets[file].buffer());
        const build = JSON.stringify({ version: hash.digest('hex').slice(0, 16), files: list });
        const source = `const PAGE_BUILD = ${build};\n${worker.source()}`;
        compilation.updateAsset('service-worker.js', new compiler.webpack.sources.RawSource(source));
      });
    });
  },
};

/** Adds the files of a group of chunks, and of those that it loads later. */
function addFiles(group, files, seen) {
  if (seen.has(group)) return;
  seen.add(group);
  for (const file of group.getFiles()) files.add(file);
  for (const child of group.getChildren()) addFiles(child, files, seen);
}

/** Returns the build of the command line: one CommonJS file that `node` runs without node_modules. */
function commandLine() {
  return {
    ...common('production', 'es2022'),
    name: 'cli',
    target: 'node20',
    entry: './src/cli/spbe.ts',
    output: { path: path.join(DIST, 'cli'), filename: 'spbe.js', clean: true },
    optimization: { minimize: false },
    plugins: [
      new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
      new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true }),
      {
        apply: (compiler) =>
          compiler.hooks.afterEmit.tap('executable', () => fs.chmodSync(path.join(DIST, 'cli', 'spbe.js'), 0o755)),
      },
    ],
  };
}

/** Returns the address of the server that the built manifest names: SPBE_BASE_URL, without a slash at the end. */
function baseAddress() {
  const address = (process.env.SPBE_BASE_URL ?? MANIFEST_ADDRESS).replace(/\/+$/, '');
  if (!/^https:\/\/[^\s<>"&]+$/.test(address)) {
    throw new Error(`SPBE_BASE_URL: Excel loads add-ins over https only, but it says "${address}".`);
  }
  return address;
}

/** Returns the server of `npm start`: plain http on the first free port, no certificate, no question. */
async function pageServer() {
  const port = await firstFreePort(PORT);
  return quietServer(port, [
    `http://localhost:${port}/`,
    '',
    'Buka alamat di atas di peramban: halaman SPBE tanpa Excel. Berhenti: Ctrl+C.',
    'Di Excel: sekali saja `npx office-addin-dev-certs install`, lalu `npm run start:excel`, lalu muat add-in seperti di bawah.',
    '',
    'Open the address above in a browser: the SPBE page without Excel. Stop: Ctrl+C.',
    'In Excel: once `npx office-addin-dev-certs install`, then `npm run start:excel`, then load the add-in as below.',
    '',
    ...SIDELOAD,
  ]);
}

/** Returns the server of `npm run start:excel`: https on exactly the port that manifest.xml names. */
async function excelServer() {
  const certificates = path.join(os.homedir(), '.office-addin-dev-certs');
  const read = (name) => fs.readFileSync(path.join(certificates, name));
  if (!fs.existsSync(path.join(certificates, 'localhost.key'))) {
    stop(
      `Sertifikat HTTPS belum ada di ${certificates}. Jalankan sekali: npx office-addin-dev-certs install`,
      `There is no HTTPS certificate in ${certificates}. Run once: npx office-addin-dev-certs install`,
    );
  }
  if (!(await isFree(PORT))) {
    stop(
      `Port ${PORT} sedang dipakai program lain, sedangkan manifest.xml menyebut port itu. Hentikan program itu dahulu.`,
      `Port ${PORT} is in use, and manifest.xml names that very port. Stop the other program first.`,
    );
  }
  return {
    ...quietServer(PORT, [`https://localhost:${PORT}/taskpane.html`, '', ...SIDELOAD]),
    server: { type: 'https', options: { key: read('localhost.key'), cert: read('localhost.crt'), ca: read('ca.crt') } },
  };
}

/** Returns a server that says `lines` and nothing else, and lets requests wait until the bundle is built. */
function quietServer(port, lines) {
  return {
    host: '127.0.0.1',
    port,
    hot: false,
    static: false,
    client: { logging: 'error', overlay: false, webSocketURL: 'auto://0.0.0.0:0/ws' },
    onListening: () => {
      console.log(lines.join('\n'));
      stopWithParent();
    },
  };
}

/** Ends the server with the `npm` that started it: a signal to npm ends the shell between the two, and goes no further. */
function stopWithParent() {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(), 1000).unref();
}

async function firstFreePort(from) {
  for (let port = from; port < from + 100; port++) {
    if (await isFree(port)) return port;
  }
  return stop(
    `Tidak ada port kosong antara ${from} dan ${from + 99}.`,
    `There is no free port from ${from} to ${from + 99}.`,
  );
}

/** Returns whether nobody answers on this port, under either of the addresses that "localhost" may mean. */
async function isFree(port) {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', (error) => resolve(error.code !== 'EADDRINUSE'));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

function stop(...sentences) {
  console.error(sentences.join('\n'));
  process.exit(1);
}
