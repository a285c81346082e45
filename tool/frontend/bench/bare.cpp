// The least that a tool of Clang's does which skips the bodies of system headers: parse each file
// and look at nothing. scripts/bench measures clang-sql against it.

#include <clang/AST/ASTConsumer.h>
#include <clang/AST/ASTContext.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Tooling/CommonOptionsParser.h>
#include <clang/Tooling/Tooling.h>

using namespace clang;

namespace {

class Consumer : public ASTConsumer {
  void Initialize(ASTContext &context) override { sources_ = &context.getSourceManager(); }
  bool shouldSkipFunctionBody(Decl *declared) override {
    return sources_->isInSystemHeader(declared->getLocation());
  }
  const SourceManager *sources_ = nullptr;
};

class Action : public ASTFrontendAction {
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &compiler,
                                                 llvm::StringRef) override {
    compiler.getFrontendOpts().SkipFunctionBodies = true;
    return std::make_unique<Consumer>();
  }
};

} // namespace

int main(int argc, const char **argv) {
  llvm::cl::OptionCategory category("options");
  auto options = tooling::CommonOptionsParser::create(argc, argv, category);
  if (!options) {
    llvm::errs() << llvm::toString(options.takeError()) << '\n';
    return 2;
  }
  tooling::ClangTool tool(options->getCompilations(), options->getSourcePathList());
  tool.appendArgumentsAdjuster(
      tooling::getInsertArgumentAdjuster("-w", tooling::ArgumentInsertPosition::END));
  return tool.run(tooling::newFrontendActionFactory<Action>().get());
}
