"""The examples of docs/library-models.md as model files: usage: examples.py PAGE FOLDER."""

import pathlib
import re
import sys

page, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
text = page.read_text()

blocks = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
for operations in re.findall(r"^\| `[^|]*` \| (`[^|]*`) \| ", text, re.MULTILINE):
    for n, example in enumerate(re.findall(r"`([^`]*)`", operations)):
        if example.startswith(("{", "returns", "keeps", "alias", "constructs", "destroys", "moves", "equals", "differs")) or ": " in example:
            facts = f"{{text: {example}}}" if example.startswith("{") else f"{{{example}}}"
            blocks.append(f"  shop::example: {facts}\n")

for number, block in enumerate(blocks):
    header = "" if block.startswith("library:") else "library: example\n"
    if block.startswith("  "):
        header += "functions:\n"
    (folder / f"{number}.yaml").write_text(header + block)
