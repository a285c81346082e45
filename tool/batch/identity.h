// Which build of the tool this is: what another build stored is not ours to read.
#pragma once

#include "batch/digest.h"

namespace clangsql::batch {

/// Of the program and of the libraries that it is linked to.
const Digest &toolIdentity();
/// Of the program alone: the same on machines whose system libraries differ a little.
const Digest &programIdentity();

} // namespace clangsql::batch
