"""Checks a SARIF log against what the standard (SARIF 2.1.0) and GitHub require: usage: check_sarif.py FILE.

Prints one line a result: rule, level, file, and the source text of its region; then those of the steps of its code flows.
"""

import json
import pathlib
import sys
import urllib.parse

log = json.loads(pathlib.Path(sys.argv[1]).read_bytes().decode())
assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-schema-2.1.0.json")
(run,) = log["runs"]
assert run["columnKind"] == "utf16CodeUnits"
root = urllib.parse.unquote(urllib.parse.urlparse(run["originalUriBaseIds"]["%SRCROOT%"]["uri"]).path)
assert root.endswith("/")


def region(physical):
    """The file, and the text that the region covers."""
    artifact = physical["artifactLocation"]
    path = pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(artifact["uri"]).path))
    assert path.is_absolute() != (artifact.get("uriBaseId") == "%SRCROOT%")
    lines = pathlib.Path(root, path).read_text().split("\n")
    place = physical["region"]
    units = lines[place["startLine"] - 1].encode("utf-16-le")
    assert 1 <= place["startColumn"] <= len(units) // 2 + 1
    end = place.get("endColumn", place["startColumn"])
    assert place["startColumn"] <= end <= len(units) // 2 + 1
    return path.name, units[2 * place["startColumn"] - 2 : 2 * end - 2].decode("utf-16-le")


rules = run["tool"]["driver"]["rules"]
for rule in rules:
    assert rule["shortDescription"]["text"] and rule["help"]["text"].startswith("# " + rule["id"])
    assert rule["help"]["markdown"] and rule["defaultConfiguration"]["level"] in ("note", "warning", "error")
    if "security" in rule["properties"]["tags"]:
        assert 0 < float(rule["properties"]["security-severity"]) <= 10

for result in run["results"]:
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] and result["message"]["text"]
    number, count = result["partialFingerprints"]["primaryLocationLineHash"].split(":")
    assert int(number, 16) and int(count) >= 1
    file, text = region(result["locations"][0]["physicalLocation"])
    print(f"{result['ruleId']} {result['level']} {file}: {text}")
    for related in result.get("relatedLocations", []):
        assert related["message"]["text"] and region(related["physicalLocation"])
    for flow in result.get("codeFlows", []):
        for step in flow["threadFlows"][0]["locations"]:
            file, text = region(step["location"]["physicalLocation"])
            print(f"  {step['location']['message']['text']}: {text}")

(invocation,) = run["invocations"]
print(f"exit code {invocation['exitCode']}, successful: {invocation['executionSuccessful']}")
for notification in invocation["toolExecutionNotifications"]:
    print(f"{notification['level']}: {notification['message']['text']}")
