process.stdout.write('spbe\n');
