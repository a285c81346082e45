#include "summary/binary.h"

#include "summary/verify.h"

#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>
#include <fmt/format.h>
#include <llvm/Support/Endian.h>
#include <llvm/Support/xxhash.h>

#include <cstring>
#include <sstream>
#include <streambuf>

namespace clangsql::summary {

// What is saved of each struct: all of it. The bindings name every member, so that one added to
// unit.h does not compile here until it is saved too (and Unit::format is raised).
#define CLANGSQL_SAVED(Struct, ...)                                                                \
  template <class Archive> static void serialize(Archive &archive, Struct &value) {                \
    auto &[__VA_ARGS__] = value;                                                                   \
    archive(__VA_ARGS__);                                                                          \
  }

CLANGSQL_SAVED(Location, file, offset, length, line, column, column16)
CLANGSQL_SAVED(Span, spelling, expansion)
CLANGSQL_SAVED(Type, cls, reference, pointer, constant, record)
CLANGSQL_SAVED(Annotation, text, parameter)
CLANGSQL_SAVED(Entity, kind, key, name, parent, bases, arguments, overrides, models, annotations,
               type, params, where, flags)
CLANGSQL_SAVED(Place, kind, base, index, type, name, where)
CLANGSQL_SAVED(Segment, first, at)
CLANGSQL_SAVED(Literal, bytes, map, named, macro)
CLANGSQL_SAVED(Number, number)
CLANGSQL_SAVED(Load, place)
CLANGSQL_SAVED(Store, place, stored)
CLANGSQL_SAVED(Address, place)
CLANGSQL_SAVED(FunctionRef, entity)
CLANGSQL_SAVED(Capture, field, captured, reference)
CLANGSQL_SAVED(Closure, body, captures)
CLANGSQL_SAVED(Call, callee, function, target, receiver, args, flags)
CLANGSQL_SAVED(Test, op, left, right)
CLANGSQL_SAVED(Opaque, from, op)
CLANGSQL_SAVED(Throw, type)
CLANGSQL_SAVED(Inst, op, where, scope, cls)
CLANGSQL_SAVED(Edge, to, when, constant)
CLANGSQL_SAVED(Block, first, count, condition, next)
CLANGSQL_SAVED(Handler, block, type, all)
CLANGSQL_SAVED(Scope, parent, objects, handlers)
CLANGSQL_SAVED(Destroy, place, destructor)
CLANGSQL_SAVED(Function, entity, places, insts, blocks, exit, scopes, destructors, incomplete)
CLANGSQL_SAVED(Line, file, number, text)
CLANGSQL_SAVED(Suppression, kind, file, line, column, checks)
CLANGSQL_SAVED(Diagnostic, message, at)
CLANGSQL_SAVED(File, path, system)
CLANGSQL_SAVED(Unit, format, mainFile, modelsDigest, strings, files, locations, entities, functions,
               lines, suppressions, errors, inputs, constants)

#undef CLANGSQL_SAVED

namespace {

constexpr char Magic[8] = {'c', 'l', 'a', 'n', 'g', 's', 'q', 'l'};

/// What stands before the payload. Little-endian and without padding, wherever it was written.
struct Header {
  char magic[sizeof Magic];
  llvm::support::ulittle32_t version;
  llvm::support::ulittle64_t length, hash; // of the payload
};
static_assert(sizeof(Header) == 28);

/// Lets a stream read bytes where they are.
class Bytes : public std::streambuf {
public:
  explicit Bytes(llvm::StringRef bytes) {
    char *begin = const_cast<char *>(bytes.data()); // only read
    setg(begin, begin, begin + bytes.size());
  }
};

llvm::Expected<llvm::StringRef> payloadOf(llvm::StringRef bytes) {
  Header header;
  if (bytes.size() < sizeof header || !bytes.starts_with(llvm::StringRef(Magic, sizeof Magic)))
    return llvm::createStringError("not a summary of clang-sql");
  std::memcpy(&header, bytes.data(), sizeof header);
  llvm::StringRef payload = bytes.drop_front(sizeof header);
  if (header.version != Unit().format)
    return llvm::createStringError(fmt::format("summary of format {}, this clang-sql reads {}",
                                               uint32_t(header.version), Unit().format));
  if (header.length != payload.size())
    return llvm::createStringError(
        fmt::format("truncated summary: {} bytes of {}", payload.size(), uint64_t(header.length)));
  if (header.hash != llvm::xxh3_64bits(payload))
    return llvm::createStringError("damaged summary: its hash does not match its content");
  return payload;
}

} // namespace

std::string save(const Unit &unit) {
  std::ostringstream stream;
  cereal::PortableBinaryOutputArchive(
      stream, cereal::PortableBinaryOutputArchive::Options::LittleEndian())(unit);
  std::string payload = std::move(stream).str();
  Header header;
  header.version = Unit().format;
  header.length = payload.size();
  header.hash = llvm::xxh3_64bits(payload);
  std::memcpy(header.magic, Magic, sizeof Magic);
  return std::string(reinterpret_cast<const char *>(&header), sizeof header) + payload;
}

llvm::Expected<Unit> load(llvm::StringRef bytes) {
  llvm::Expected<llvm::StringRef> payload = payloadOf(bytes);
  if (!payload)
    return payload.takeError();
  Unit unit;
  try { // the one place where a library throws at us
    Bytes buffer(*payload);
    std::istream stream(&buffer);
    cereal::PortableBinaryInputArchive(
        stream, cereal::PortableBinaryInputArchive::Options::LittleEndian())(unit);
  } catch (const std::exception &error) {
    return llvm::createStringError(fmt::format("unreadable summary: {}", error.what()));
  }
  if (llvm::Error malformed = verify(unit))
    return malformed;
  return unit;
}

} // namespace clangsql::summary
