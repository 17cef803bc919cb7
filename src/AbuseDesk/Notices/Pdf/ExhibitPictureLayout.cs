using AbuseDesk.Notices.Document;
using SkiaSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// The picture of an exhibit: scaled to the room below the particulars, or, where that would make a tall screenshot
/// hard to read, at full width over several pages.
/// </summary>
internal static class ExhibitPictureLayout
{
    private const float Keyline = 0.35f;
    private const float AfterTitle = 6;

    /// <summary>Smallest scale at which a screenshot of a desktop page is still read with ease.</summary>
    private const float LeastScale = 0.6f;
    private const int MostPages = 8;

    /// <summary>Read by the desk alone: a notice that says this cannot be approved.</summary>
    private const string Unreadable = "This picture cannot be shown: its file is damaged or is no picture.";

    /// <summary>Shown again at the top of the next page, so that no line of text is lost in the cut.</summary>
    private const float Overlap = 14;

    /// <summary>With less room than this under the particulars the picture gets the next page to itself.</summary>
    private static readonly float LeastRoom = PdfStyle.Mm(90);

    private static float FullPage => PdfStyle.Bottom - PdfStyle.Top - Keyline;

    public static List<FlowItem> Items(Typesetter setter, ExhibitBlock exhibit, float room)
    {
        var natural = PdfStyle.FullWidth * Math.Max(1, exhibit.Picture.Height) / Math.Max(1, exhibit.Picture.Width);
        var alone = room < LeastRoom && natural > room;
        var first = (alone ? FullPage : room) - Keyline;
        if (natural * LeastScale <= first)
        {
            var height = Math.Min(natural, first);
            return [Band(setter, exhibit, height, 0, height, alone)];
        }

        return Split(setter, exhibit, Math.Min(natural, MostPages * (FullPage - 3 * Overlap)), first, alone);
    }

    private static List<FlowItem> Split(Typesetter setter, ExhibitBlock exhibit, float height, float first, bool alone)
    {
        var title = PdfStyle.Heading.Leading + AfterTitle;
        var parts = 1 + (int)Math.Ceiling((height - first) / (FullPage - title - Overlap));
        var items = new List<FlowItem> { Band(setter, exhibit, height, 0, first, alone) };
        for (var from = first - Overlap; from < height - Overlap - 1; from += FullPage - title - Overlap)
        {
            items.Add(Title(setter, $"{exhibit.Title} ({items.Count / 2 + 2}/{parts})"));
            items.Add(Band(setter, exhibit, height, from, Math.Min(FullPage - title, height - from), newPage: false));
        }

        return items;
    }

    private static FlowItem Title(Typesetter setter, string words)
    {
        var line = setter.Word(words, PdfStyle.HeadingNumber);
        return new()
        {
            Height = PdfStyle.Heading.Leading,
            After = AfterTitle,
            NewPage = true,
            Keep = Keep.Hard,
            Draw = (painter, y) => painter.Text(line, PdfStyle.HangLeft, y + PdfStyle.Heading.Baseline),
        };
    }

    /// <summary>A part of the picture, <paramref name="shown"/> points high, from a distance below its upper edge.</summary>
    private static FlowItem Band(Typesetter setter, ExhibitBlock exhibit, float height, float from, float shown, bool newPage)
    {
        var picture = exhibit.Picture;
        var width = height * Math.Max(1, picture.Width) / Math.Max(1, picture.Height);
        // set now, as fonts are embedded before the pages are drawn
        var unreadable = setter.Lines([new Span(Unreadable, PdfStyle.Caption)], PdfStyle.TextWidth);
        return new()
        {
            Height = shown,
            NewPage = newPage,
            Draw = (painter, y) =>
            {
                var whole = SKRect.Create(PdfStyle.HangLeft, y - from, width, height);
                var window = SKRect.Create(PdfStyle.HangLeft, y, width, shown);
                if (!painter.Image(picture.Sha256, whole, window))
                    foreach (var (number, line) in unreadable.Index()) painter.Text(line, PdfStyle.HangLeft, y + PdfStyle.Caption.Baseline + number * PdfStyle.Caption.Leading);
                window.Inflate(Keyline / 2, Keyline / 2);
                painter.Outline(window, Keyline, PdfStyle.Keyline);
            },
        };
    }
}
