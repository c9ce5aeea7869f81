#include "layout/signature.h"

#include "layout/seals.h"
#include "layout/signature_part.h"

/* Width of the widest line of all blocks of a role. */
static Len role_width(const GPtrArray *blocks, StyleRole role)
{
    Len width = 0;

    for (guint i = 0; i < blocks->len; i++) {
        const SetBlock *block = blocks->pdata[i];
        if (block->paragraph->role == role)
            width = MAX(width, set_block_width(block));
    }
    return width;
}

static void indent_role(const GPtrArray *blocks, StyleRole role, Len indent)
{
    for (guint i = 0; i < blocks->len; i++) {
        const SetBlock *block = blocks->pdata[i];
        for (guint k = 0; block->paragraph->role == role && k < block->lines->len; k++)
            ((Line *) block->lines->pdata[k])->indent = MAX(indent, 0);
    }
}

static void narrow_role(const GPtrArray *blocks, StyleRole role, Len right,
                        const Template *template)
{
    for (guint i = 0; i < blocks->len; i++) {
        SetBlock *block = blocks->pdata[i];
        if (block->paragraph->role == role)
            set_block_narrow(block, right, template);
    }
}

static void align_signature(const GPtrArray *blocks, const Template *template)
{
    const SignatureStyle *style = &template->signature;

    narrow_role(blocks, STYLE_SIGNATURE, style->right, template);
    Len issuer = role_width(blocks, STYLE_SIGNATURE), date = role_width(blocks, STYLE_DATE);
    Len right = template->width - style->right;
    Len x = date <= issuer ? right - issuer : right - date - style->date_indent;

    indent_role(blocks, STYLE_SIGNATURE, x);
    indent_role(blocks, STYLE_DATE, MAX(x, 0) + style->date_indent);
}

void set_signature(const GPtrArray *blocks, const Metadata *meta, const Template *template,
                   Diagnostics *sink)
{
    if (!template_sets(template, ELEMENT_SIGNATURE))
        return;
    if (meta->seal.given && template->seal.set)
        set_seals(blocks, meta, template, sink);
    else if (meta->stamp.given && template->stamp.set)
        set_stamps(blocks, meta, template);
    else
        align_signature(blocks, template);
}
