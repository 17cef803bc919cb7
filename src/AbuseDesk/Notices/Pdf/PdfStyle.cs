using SkiaSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>The look of a notice: page geometry, colours and the type table. All lengths are PDF points.</summary>
internal static class PdfStyle
{
    public static readonly float PageWidth = Mm(210);
    public static readonly float PageHeight = Mm(297);
    public static readonly float FirstTop = Mm(20);
    public static readonly float Top = Mm(28);
    public static readonly float Bottom = Mm(261);
    public static readonly float FooterTop = Mm(273);
    public static readonly float HangLeft = Mm(26);
    public static readonly float HangWidth = Mm(24);
    public static readonly float TextLeft = Mm(52);
    public static readonly float Right = Mm(180);
    public static readonly float TextWidth = Mm(128);
    public static readonly float FullWidth = Mm(154);

    public static readonly SKColor Ink = new(0x16, 0x19, 0x1c);
    public static readonly SKColor Quiet = new(0x5f, 0x66, 0x6d);
    public static readonly SKColor Accent = new(0x1f, 0x3a, 0x5c);
    public static readonly SKColor ChartGrey = new(0xc3, 0xc8, 0xcd);
    public static readonly SKColor Hairline = new(0xc9, 0xcd, 0xd1);
    public static readonly SKColor Rule = new(0x6d, 0x74, 0x7b);
    public static readonly SKColor Keyline = new(0xaa, 0xb0, 0xb6);

    public static readonly TextStyle Wordmark = Sans(16, 20) with { Weight = 600, Color = Accent, Tracking = -0.1f };
    public static readonly TextStyle Address = Sans(7.5f, 12) with { Color = Quiet };
    public static readonly TextStyle Subject = Serif(15, 20) with { Weight = 600 };
    public static readonly TextStyle Heading = Serif(12.5f, 15) with { Weight = 600 };
    public static readonly TextStyle HeadingNumber = Heading with { Color = Accent };
    public static readonly TextStyle SubHeading = Serif(10.5f, 15) with { Weight = 600 };
    public static readonly TextStyle Body = Serif(10.5f, 15);
    public static readonly TextStyle Label = Sans(8, 11) with { Color = Quiet, Tabular = true };
    public static readonly TextStyle Verdict = Label with { Weight = 500, Color = Ink };
    public static readonly TextStyle VersionLine = Sans(8, 12) with { Color = Quiet, StrongColor = Ink };
    public static readonly TextStyle Quote = Serif(10, 15) with { StrongWeight = 500 };
    public static readonly TextStyle Caption = Sans(8, 12) with { Color = Quiet, StrongColor = Ink };
    public static readonly TextStyle TableHead = Sans(7.5f, 10) with { Weight = 500, Color = Quiet };
    public static readonly TextStyle Table = Sans(8.5f, 12) with { Tabular = true };
    public static readonly TextStyle TableSum = Table with { Weight = 500 };
    public static readonly TextStyle Instant = Serif(10, 15) with { Tabular = true };
    public static readonly TextStyle InstantSide = Sans(8, 15) with { Color = Quiet, Tabular = true };
    public static readonly TextStyle Excerpt = Serif(9, 12);
    public static readonly TextStyle Particular = Sans(8.5f, 12.5f) with { Tabular = true };
    public static readonly TextStyle ParticularLabel = Particular with { Color = Quiet };
    public static readonly TextStyle ParticularQuote = Serif(9, 12.5f);
    public static readonly TextStyle BackLink = Sans(7.5f, 15);
    public static readonly TextStyle Chart = Sans(7.5f, 9) with { Color = Quiet, Tabular = true };
    public static readonly TextStyle ChartValue = Chart with { Weight = 500, Color = Ink };
    public static readonly TextStyle Footer = Sans(7.5f, 12) with { Color = Quiet, Tabular = true };

    public const float HashSize = 7.5f;
    public const float HashGap = 2.2f;

    public static float Mm(double millimetres) => (float)(millimetres * 72 / 25.4);

    private static TextStyle Serif(float size, float leading) => new(Family.Serif, size, leading) { Color = Ink, StrongWeight = 600 };

    private static TextStyle Sans(float size, float leading) => new(Family.Sans, size, leading) { Color = Ink, StrongWeight = 500 };
}
