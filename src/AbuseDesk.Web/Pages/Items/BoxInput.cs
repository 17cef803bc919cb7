using System.Globalization;
using AbuseDesk.Cases;
using AbuseDesk.Evidence;

namespace AbuseDesk.Web.Pages.Items;

/// <summary>A box as it stands in the four fields of a form; empty ones are no box.</summary>
public sealed record BoxInput(string X, string Y, string Width, string Height)
{
    private const int Room = 2;

    public bool IsEmpty => $"{X}{Y}{Width}{Height}".Length == 0;

    /// <summary>Can be drawn.</summary>
    public bool IsWhole => new[] { X, Y, Width, Height }.All(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    public static IReadOnlyList<BoxInput> Sent(IFormCollection form)
    {
        var (x, y, w, h) = (form["x"], form["y"], form["w"], form["h"]);
        var count = Math.Min(Math.Min(x.Count, y.Count), Math.Min(w.Count, h.Count));
        return [.. Enumerable.Range(0, count).Select(i => new BoxInput(Text(x[i]), Text(y[i]), Text(w[i]), Text(h[i]))).Where(box => !box.IsEmpty)];
    }

    public static IReadOnlyList<BoxInput> Of(Redaction? redaction) => redaction is null
        ? []
        : [.. redaction.BoxList.Select(box => new BoxInput(Text(box.X), Text(box.Y), Text(box.Width), Text(box.Height)))];

    /// <summary>With empty ones below, for those whose browser runs no script.</summary>
    public static IReadOnlyList<BoxInput> WithRoom(IReadOnlyList<BoxInput> boxes) =>
        [.. boxes, .. Enumerable.Repeat(new BoxInput("", "", "", ""), Room)];

    /// <exception cref="DeskException">One is not four whole numbers.</exception>
    public static IReadOnlyList<RedactionBox> Read(IEnumerable<BoxInput> boxes) =>
        [.. boxes.Where(box => !box.IsEmpty).Select(box => RedactionBox.Parse($"{box.X},{box.Y},{box.Width},{box.Height}"))];

    private static string Text(string? written) => (written ?? "").Trim();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
