// One test's view of JupyterLab: a page, and the notebook that is open in it.
import fs from 'node:fs';
import path from 'node:path';
import { check } from './suite.mjs';

const PATIENCE_MS = 30_000;

export class Session {
  constructor(browserContext, server) {
    this.browserContext = browserContext;
    this.server = server;
    this.dialogs = [];
  }

  /// Writes a notebook (or any text) into JupyterLab's folder.
  write(name, content) {
    fs.writeFileSync(path.join(this.server.dir, name), typeof content === 'string' ? content : JSON.stringify(content));
  }

  read(name) {
    return JSON.parse(fs.readFileSync(path.join(this.server.dir, name), 'utf8'));
  }

  async newPage() {
    this.page = await this.browserContext.newPage();
    this.page.setDefaultTimeout(PATIENCE_MS);
    // Whatever alert a malicious notebook gets through is noted, and would fail the test.
    this.page.on('dialog', dialog => {
      if (dialog.type() === 'beforeunload') {
        void dialog.accept();
        return;
      }
      this.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    return this.page;
  }

  /// Opens a notebook in JupyterLab. `content` undefined: the file is there already; `loads` false: it cannot be read.
  async open(name, content, { loads = true } = {}) {
    if (content !== undefined) {
      this.write(name, content);
    }
    const page = this.page ?? (await this.newPage());
    await page.goto(`${this.server.url}/lab/tree/${name}?reset&token=${this.server.token}`);
    await page.waitForFunction(() => window.jupyterapp?.restored !== undefined);
    await page.evaluate(() => window.jupyterapp.restored);
    await page.waitForSelector('#jupyterlab-splash', { state: 'detached' });
    if (loads) {
      await page.waitForSelector('.jp-Notebook .jp-Cell');
      // JupyterLab shows an empty cell while it still reads the file.
      await page.evaluate(() => window.jupyterapp.shell.currentWidget.context.ready);
    }
    return page;
  }

  /// Runs a command of JupyterLab and waits for its end.
  command(id, args = {}) {
    return this.page.evaluate(([id, args]) => window.jupyterapp.commands.execute(id, args).then(() => undefined), [id, args]);
  }

  /// Starts a command of JupyterLab without waiting.
  startCommand(id, args = {}) {
    return this.page.evaluate(([id, args]) => void window.jupyterapp.commands.execute(id, args), [id, args]);
  }

  runAll() {
    return this.command('notebook:run-all-cells');
  }

  save() {
    return this.command('docmanager:save');
  }

  /// The model of the notebook that is open, as it would be saved.
  model() {
    return this.page.evaluate(() => window.jupyterapp.shell.currentWidget.content.model.toJSON());
  }

  /// What is in front of each cell: `[1]:`, `[*]:`, `[ ]:`.
  prompts() {
    return this.page.evaluate(() =>
      window.jupyterapp.shell.currentWidget.content.widgets.map(cell => cell.node.querySelector('.jp-InputPrompt')?.textContent ?? '')
    );
  }

  /// Stream text and errors of each code cell, as one text.
  async texts() {
    const { cells } = await this.model();
    return cells
      .filter(cell => cell.cell_type === 'code')
      .map(cell =>
        cell.outputs
          .map(output => {
            const text = Array.isArray(output.text) ? output.text.join('') : output.text;
            return output.output_type === 'stream' ? text : output.output_type === 'error' ? `${output.ename}: ${output.evalue}` : '';
          })
          .join('')
          .trim()
      );
  }

  async waitForText(index, pattern) {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const text = (await this.texts())[index];
      if (pattern.test(text)) {
        return text;
      }
      check(Date.now() < deadline, `cell ${index} does not say ${pattern}: ${text}`);
      await this.page.waitForTimeout(50);
    }
  }

  /// Puts the notebook in command mode with a cell active.
  async activate(index) {
    await this.page.evaluate(index => {
      const { content } = window.jupyterapp.shell.currentWidget;
      content.deselectAll();
      content.activeCellIndex = index;
      content.mode = 'command';
      content.activate();
    }, index);
    await this.page.waitForSelector('.jp-Notebook.jp-mod-commandMode');
  }

  async kernels() {
    const response = await this.server.fetch('/api/kernels');
    return response.json();
  }

  /// The dialogs of JupyterLab that are open.
  labDialogs() {
    return this.page.locator('.jp-Dialog').allTextContents();
  }

  async close() {
    await this.page?.close();
    for (const { id } of await this.kernels()) {
      await this.server.fetch(`/api/kernels/${id}`, { method: 'DELETE' });
    }
  }
}
