#include "batch/identity.h"

#include "batch/stamps.h"

#include <llvm/Config/llvm-config.h>

#include <elf.h>
#include <link.h>
#include <vector>

namespace clangsql::batch {
namespace {

constexpr size_t aligned(size_t size) { return (size + 3) / 4 * 4; }

// The build id in a segment of notes: the linker's hash of all that it put out.
llvm::StringRef buildIdIn(llvm::StringRef notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) note;
    std::memcpy(&note, notes.data(), sizeof note);
    notes = notes.drop_front(sizeof note);
    size_t name = aligned(note.n_namesz), content = aligned(note.n_descsz);
    if (name + content > notes.size())
      break;
    if (note.n_type == NT_GNU_BUILD_ID && notes.starts_with(llvm::StringRef("GNU", 4)))
      return notes.substr(name, note.n_descsz);
    notes = notes.drop_front(name + content);
  }
  return {};
}

llvm::StringRef buildIdOf(const dl_phdr_info &object) {
  for (int i = 0; i < object.dlpi_phnum; ++i) {
    const ElfW(Phdr) &segment = object.dlpi_phdr[i];
    if (segment.p_type != PT_NOTE)
      continue;
    auto *begin = reinterpret_cast<const char *>(object.dlpi_addr + segment.p_vaddr);
    if (llvm::StringRef id = buildIdIn({begin, segment.p_memsz}); !id.empty())
      return id;
  }
  return {};
}

// Without a build id, the file's stamp has to do.
std::string idOf(const dl_phdr_info &object) {
  if (llvm::StringRef id = buildIdOf(object); !id.empty())
    return id.str();
  std::string file = *object.dlpi_name ? object.dlpi_name : "/proc/self/exe";
  std::optional<Stamp> stamp = stampOf(file);
  return stamp
             ? llvm::toHex(llvm::StringRef(reinterpret_cast<const char *>(&*stamp), sizeof *stamp))
             : file;
}

/// The program first.
std::vector<std::string> idsOfAll() {
  std::vector<std::string> ids;
  dl_iterate_phdr(
      [](dl_phdr_info *object, size_t, void *ids) {
        // The kernel's own page of code is no file.
        bool program = !*object->dlpi_name;
        if (program || llvm::StringRef(object->dlpi_name).contains('/'))
          static_cast<std::vector<std::string> *>(ids)->push_back(idOf(*object));
        return 0;
      },
      &ids);
  return ids;
}

} // namespace

const Digest &toolIdentity() {
  static const Digest identity = Hasher().addAll(idsOfAll()).digest();
  return identity;
}

const Digest &programIdentity() {
  static const Digest identity =
      Hasher().add(CLANGSQL_VERSION).add(LLVM_VERSION_STRING).add(idsOfAll().front()).digest();
  return identity;
}

} // namespace clangsql::batch
