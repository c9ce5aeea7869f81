#include "output/standard.h"

gboolean standard_is_archival(PdfStandard standard)
{
    return standard_claim(standard, TRUE).archival != 0;
}

PdfClaim standard_claim(PdfStandard standard, gboolean tagged)
{
    switch (standard) {
    case STANDARD_A2A_UA1:
        return (PdfClaim){tagged ? 'A' : 'U', tagged};
    case STANDARD_A2A:
        return (PdfClaim){tagged ? 'A' : 'U', FALSE};
    case STANDARD_A2U:
        return (PdfClaim){'U', FALSE};
    case STANDARD_UA1:
        return (PdfClaim){0, tagged};
    case STANDARD_NONE:
        break;
    }
    return (PdfClaim){0, FALSE};
}
