// typst.mjs FONT_FOLDER IN.typ OUT.pdf; without IN.typ it only loads the module.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const { NodeCompiler } = createRequire(process.env.MODULES + '/')(
    '@myriaddreamin/typst-ts-node-compiler');
const [fonts, source, output] = process.argv.slice(2);

if (source) {
    const compiler = NodeCompiler.create({
        workspace: dirname(resolve(source)),
        fontArgs: [{ fontPaths: [fonts] }],
    });
    const compiled = compiler.compile({ mainFilePath: resolve(source) });
    if (compiled.hasError()) {
        compiled.printErrors();
        process.exit(1);
    }
    writeFileSync(output, compiler.pdf(compiled.result));
}
