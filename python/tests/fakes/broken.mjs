// A broken installation: says why and ends.
process.stderr.write('Error: Cannot find module katex\n');
process.exitCode = 1;
