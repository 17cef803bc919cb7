using System.Text.RegularExpressions;
using AbuseDesk.Notices.Facts;
using SkiaSharp;

namespace AbuseDesk.Notices.Workshop;

/// <summary>A made-up record that every template can be tried on: a customer, 13 items in three batches, and what followed.</summary>
public static partial class SampleNotice
{
    private const string Prefix = "AbuseDesk.Notices.Workshop.Samples.";

    /// <summary>A grey page that stands for every screenshot of the sample.</summary>
    public static byte[] Picture { get; } = Draw();

    /// <summary>The facts of a kind, told in a language.</summary>
    public static NoticeFacts Facts(TemplateName name) => Facts(Read(name.KindWord), name);

    /// <summary>The facts of a notice, told in the language of the template that is tried on them.</summary>
    public static NoticeFacts Facts(string facts, TemplateName name) => In(FactsText.Read(In(facts, name.Language)), name);

    // every moment carries the language that it is told in
    private static string In(string facts, string language) => Moment().Replace(facts, match => $"{match.Groups[1].Value} {language}\"");

    private static NoticeFacts In(NoticeFacts facts, TemplateName name) => facts with { Kind = name.Kind, Language = name.Language };

    private static string Read(string name)
    {
        using var stream = typeof(SampleNotice).Assembly.GetManifestResourceStream($"{Prefix}{name}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static byte[] Draw()
    {
        using var bitmap = new SKBitmap(320, 383);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(new SKColor(0xe2, 0xe4, 0xe8));
        using var paint = new SKPaint { Color = new SKColor(0xb4, 0xb9, 0xc0) };
        canvas.DrawRect(24, 24, 180, 18, paint);
        for (var line = 0; line < 14; line++)
            canvas.DrawRect(24, 68 + line * 20, line % 4 == 3 ? 160 : 272, 8, paint);
        canvas.Flush();
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }

    [GeneratedRegex(@"(?<="")(\d{4}-\d\d-\d\dT[0-9:.]+Z [A-Za-z0-9_/+-]+) [a-zA-Z-]+""")]
    private static partial Regex Moment();
}
