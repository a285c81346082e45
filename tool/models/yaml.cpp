#include "models/yaml.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/SourceMgr.h>
#include <llvm/Support/YAMLParser.h>

namespace clangsql::models {

namespace {

class Converter {
public:
  Converter(std::string_view file, Problems &problems) : file_(file), problems_(problems) {
    manager_.setDiagHandler([](const llvm::SMDiagnostic &said,
                               void *self) { static_cast<Converter *>(self)->complain(said); },
                            this);
  }

  std::vector<Node> documents(std::string_view content) {
    llvm::yaml::Stream stream(llvm::MemoryBufferRef(content, file_), manager_, false);
    std::vector<Node> result;
    for (llvm::yaml::Document &document : stream) {
      Node root = convert(document.getRoot());
      if (failed_ || stream.failed())
        return {};
      result.push_back(std::move(root));
    }
    return failed_ ? std::vector<Node>() : result;
  }

private:
  Node convert(llvm::yaml::Node *);
  void convertMapping(llvm::yaml::MappingNode &, Node &);

  /// Only the first complaint tells the place; those after it are consequences.
  void complain(const llvm::SMDiagnostic &said) {
    if (!failed_)
      problems_.add({file_, unsigned(said.getLineNo()), unsigned(said.getColumnNo()) + 1},
                    fmt::format("this is not YAML: {}", said.getMessage().str()));
    failed_ = true;
  }

  Mark mark(const llvm::yaml::Node &node) const {
    llvm::SMLoc start = node.getSourceRange().Start;
    if (!start.isValid())
      return {file_, 1, 1};
    auto [line, column] = manager_.getLineAndColumn(start);
    return {file_, line, column};
  }

  std::string_view file_;
  Problems &problems_;
  llvm::SourceMgr manager_;
  bool failed_ = false;
};

Node Converter::convert(llvm::yaml::Node *from) {
  Node node;
  node.at = {file_, 1, 1};
  if (!from || failed_)
    return node;
  node.at = mark(*from);
  if (auto *scalar = llvm::dyn_cast<llvm::yaml::ScalarNode>(from)) {
    llvm::SmallString<64> storage;
    node.kind = Node::Scalar;
    node.text = scalar->getValue(storage).str();
  } else if (auto *block = llvm::dyn_cast<llvm::yaml::BlockScalarNode>(from)) {
    node.kind = Node::Scalar;
    node.text = block->getValue().str();
  } else if (auto *alias = llvm::dyn_cast<llvm::yaml::AliasNode>(from)) {
    node.kind = Node::Scalar;
    node.text = "*" + alias->getName().str();
  } else if (auto *mapping = llvm::dyn_cast<llvm::yaml::MappingNode>(from)) {
    convertMapping(*mapping, node);
  } else if (auto *sequence = llvm::dyn_cast<llvm::yaml::SequenceNode>(from)) {
    node.kind = Node::Sequence;
    for (llvm::yaml::Node &item : *sequence)
      node.items.push_back(convert(&item));
  }
  return node;
}

void Converter::convertMapping(llvm::yaml::MappingNode &from, Node &node) {
  node.kind = Node::Mapping;
  for (llvm::yaml::KeyValueNode &entry : from) {
    Node key = convert(entry.getKey());
    Node value = convert(entry.getValue());
    node.entries.push_back({std::move(key), std::move(value)});
  }
}

} // namespace

std::vector<Node> parseYaml(std::string_view file, std::string_view content, Problems &problems) {
  return Converter(file, problems).documents(content);
}

bool hasKey(const Node &mapping, std::string_view key) {
  return llvm::any_of(mapping.entries, [&](const Entry &entry) { return entry.key.text == key; });
}

std::string describe(const Node &node) {
  switch (node.kind) {
  case Node::Null: return "nothing";
  case Node::Scalar: return fmt::format("'{}'", node.text);
  case Node::Sequence: return "a list";
  case Node::Mapping: return "a mapping";
  }
  return {};
}

} // namespace clangsql::models
