/** The command line's entry file: `spbe …`. */
import { run } from './run';

const write =
  (stream: NodeJS.WriteStream) =>
  (text: string): void => {
    stream.write(text);
  };

void run(process.argv.slice(2), {
  out: write(process.stdout),
  err: write(process.stderr),
  watched: process.stderr.isTTY,
}).then((status) => {
  process.exitCode = status;
});
