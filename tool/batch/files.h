// Files that several processes may write and read at once: whole or not there, and never trusted.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>

#include <optional>
#include <string>

namespace clangsql::batch {

/// Writes under another name and renames, with a digest in front. Makes the directory if it is not
/// there. False: it did not work, and the file is as it was.
bool writeChecked(const std::string &file, llvm::StringRef content);

/// The content, or why there is none: no such file, of something else, truncated, damaged.
llvm::Expected<std::string> readChecked(const std::string &file);
/// The same where the reason does not matter.
std::optional<std::string> tryReadChecked(const std::string &file);

/// Temporary files are called so; what an ended process left of them may go.
bool isTemporary(llvm::StringRef name);

} // namespace clangsql::batch
