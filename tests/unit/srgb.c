/* The profile against IEC 61966-2-1 and ITU-R BT.709, from which its numbers are worked out here.
 */
#include "output/srgb.h"

#include <math.h>
#include <string.h>

#define NEAR (1.1 / 65536) /* a unit of its numbers; one is rounded the other way */

typedef double Matrix[3][3];

static guint32 u32_at(const GByteArray *profile, guint place)
{
    guint32 value;

    g_assert_cmpuint(place + 4, <=, profile->len);
    memcpy(&value, profile->data + place, 4);
    return GUINT32_FROM_BE(value);
}

static double fixed_at(const GByteArray *profile, guint place)
{
    return (gint32) u32_at(profile, place) / 65536.0;
}

static void four(const GByteArray *profile, guint place, const gchar *wanted)
{
    g_assert_cmpmem(profile->data + place, 4, wanted, 4);
}

/* Where the data of a tag begin. */
static guint find(const GByteArray *profile, const gchar *tag, const gchar *type)
{
    for (guint i = 0; i < u32_at(profile, 128); i++) {
        guint row = 132 + 12 * i;
        if (memcmp(profile->data + row, tag, 4) != 0)
            continue;
        guint place = u32_at(profile, row + 4);
        g_assert_cmpuint(place + u32_at(profile, row + 8), <=, profile->len);
        g_assert_cmpuint(place % 4, ==, 0);
        four(profile, place, type);
        return place + 8;
    }
    g_error("no tag %s", tag);
}

/* The solution of a x = b, by Cramer's rule. */
static void solve(const Matrix a, const double *b, double *x)
{
    double determinant[4];

    for (guint column = 0; column < 4; column++) {
        Matrix m;
        for (guint i = 0; i < 3; i++)
            for (guint k = 0; k < 3; k++)
                m[i][k] = k + 1 == column ? b[i] : a[i][k];
        determinant[column] = m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) -
                              m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0]) +
                              m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }
    for (guint k = 0; k < 3; k++)
        x[k] = determinant[k + 1] / determinant[0];
}

static void apply(const Matrix a, const double *vector, double *out)
{
    for (guint i = 0; i < 3; i++)
        out[i] = a[i][0] * vector[0] + a[i][1] * vector[1] + a[i][2] * vector[2];
}

static const double d50[] = {0.9642, 1, 0.8249};
static const double d65[] = {0.3127 / 0.3290, 1, (1 - 0.3127 - 0.3290) / 0.3290};

/* A colour under D65 as it looks under D50. */
static void adapt(const double *colour, double *out)
{
    static const Matrix bradford = {
        {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}};
    double cones[3], from[3], to[3];

    apply(bradford, colour, cones);
    apply(bradford, d65, from);
    apply(bradford, d50, to);
    for (guint i = 0; i < 3; i++)
        cones[i] *= to[i] / from[i];
    solve(bradford, cones, out);
}

static void colours(void)
{
    static const double x[] = {0.64, 0.30, 0.15}, y[] = {0.33, 0.60, 0.06};
    static const gchar *const tags[] = {"rXYZ", "gXYZ", "bXYZ"};
    g_autoptr(GByteArray) profile = srgb_profile();
    Matrix of_one;
    double share[3], sum[3] = {0, 0, 0};

    for (guint k = 0; k < 3; k++) {
        of_one[0][k] = x[k] / y[k];
        of_one[1][k] = 1;
        of_one[2][k] = (1 - x[k] - y[k]) / y[k];
    }
    solve(of_one, d65, share);
    for (guint k = 0; k < 3; k++) {
        guint place = find(profile, tags[k], "XYZ ");
        const double primary[] = {of_one[0][k] * share[k], share[k], of_one[2][k] * share[k]};
        double adapted[3];
        adapt(primary, adapted);
        for (guint i = 0; i < 3; i++) {
            g_assert_cmpfloat_with_epsilon(fixed_at(profile, place + 4 * i), adapted[i], NEAR);
            sum[i] += fixed_at(profile, place + 4 * i);
        }
    }
    for (guint i = 0; i < 3; i++) /* grey is grey */
        g_assert_cmpfloat(sum[i], ==, fixed_at(profile, find(profile, "wtpt", "XYZ ") + 4 * i));
}

static void adaptation(void)
{
    g_autoptr(GByteArray) profile = srgb_profile();
    guint place = find(profile, "chad", "sf32");

    for (guint k = 0; k < 3; k++) {
        const double unit[] = {k == 0, k == 1, k == 2};
        double adapted[3];
        adapt(unit, adapted);
        for (guint i = 0; i < 3; i++)
            g_assert_cmpfloat_with_epsilon(fixed_at(profile, place + 4 * (3 * i + k)), adapted[i],
                                           NEAR);
    }
}

/* Both parts of the curve, at values of 8 bits. */
static void curve(void)
{
    g_autoptr(GByteArray) profile = srgb_profile();
    guint place = find(profile, "rTRC", "para");
    double g = fixed_at(profile, place + 4), a = fixed_at(profile, place + 8);
    double b = fixed_at(profile, place + 12), c = fixed_at(profile, place + 16);
    double d = fixed_at(profile, place + 20);

    g_assert_cmpuint(find(profile, "gTRC", "para"), ==, place);
    g_assert_cmpuint(find(profile, "bTRC", "para"), ==, place);
    g_assert_cmpuint(u32_at(profile, place) >> 16, ==, 3);
    for (guint i = 0; i < 256; i++) {
        double v = i / 255.0;
        double wanted = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
        double made = v >= d ? pow(a * v + b, g) : c * v;
        g_assert_cmpfloat_with_epsilon(made, wanted, 0.0001);
    }
}

static void header(void)
{
    g_autoptr(GByteArray) profile = srgb_profile();

    g_assert_cmpuint(u32_at(profile, 0), ==, profile->len);
    g_assert_cmpuint(u32_at(profile, 8) >> 24, ==, 4);
    four(profile, 12, "mntr");
    four(profile, 16, "RGB ");
    four(profile, 20, "XYZ ");
    four(profile, 36, "acsp");
    for (guint i = 0; i < 3; i++)
        g_assert_cmpfloat_with_epsilon(fixed_at(profile, 68 + 4 * i), d50[i], NEAR);
    find(profile, "desc", "mluc");
    find(profile, "cprt", "mluc");
    g_test_message("%u bytes", profile->len);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/srgb/header", header);
    g_test_add_func("/srgb/colours", colours);
    g_test_add_func("/srgb/adaptation", adaptation);
    g_test_add_func("/srgb/curve", curve);
    return g_test_run();
}
