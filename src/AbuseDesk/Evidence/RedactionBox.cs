using System.Globalization;
using SkiaSharp;

namespace AbuseDesk.Evidence;

/// <summary>A part of a picture that nobody is to see, in pixels of the picture as it is shown.</summary>
public sealed record RedactionBox(int X, int Y, int Width, int Height)
{
    private const int Most = 200;

    internal SKRectI Area => SKRectI.Create(X, Y, Width, Height);

    /// <summary>Reads "12,40,300,25": left, top, width and height.</summary>
    /// <exception cref="DeskException">Not four whole numbers.</exception>
    public static RedactionBox Parse(string text)
    {
        int?[] numbers = [.. text.Split(',').Select(Number)];
        return numbers is [{ } x, { } y, { } width, { } height]
            ? new RedactionBox(x, y, width, height)
            : throw new DeskException($"“{Shown.Briefly(text)}” is no box; write left, top, width and height in pixels, as 12,40,300,25.");
    }

    private static int? Number(string part) =>
        int.TryParse(part.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <exception cref="DeskException">There is none, there are too many, or one is empty or reaches outside the picture.</exception>
    public static void Demand(IReadOnlyList<RedactionBox> boxes, int width, int height)
    {
        if (boxes.Count == 0) throw new DeskException("No box is drawn; draw one over each part that nobody is to see.");
        if (boxes.Count > Most) throw new DeskException($"{boxes.Count} boxes are more than {Most}; draw fewer and larger ones.");
        for (var i = 0; i < boxes.Count; i++)
        {
            if (!boxes[i].IsInside(width, height))
                throw new DeskException($"Box {i + 1} ({boxes[i]}) is empty or reaches outside the picture, which is {width} by {height} pixels; draw it again.");
        }
    }

    /// <summary>Whether nothing of the picture is left to see.</summary>
    public static bool CoverAll(IReadOnlyList<RedactionBox> boxes, int width, int height)
    {
        using var covered = new SKRegion();
        foreach (var box in boxes) covered.Op(box.Area, SKRegionOperation.Union);
        return covered.IsRect && covered.Bounds == SKRectI.Create(width, height);
    }

    /// <summary>"12,40,300,25".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{X},{Y},{Width},{Height}");

    // as long: X + Width may be more than an int holds
    private bool IsInside(int width, int height) =>
        X >= 0 && Y >= 0 && Width > 0 && Height > 0 && (long)X + Width <= width && (long)Y + Height <= height;
}
