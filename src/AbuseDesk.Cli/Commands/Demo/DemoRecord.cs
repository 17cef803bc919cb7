using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Cli.Commands.Demo;

/// <summary>
/// <c>DATA/demo.json</c>: says that a data folder holds a demo, and when its story ended. No passwords are kept.
/// </summary>
internal sealed record DemoRecord(Instant StoryEnds, Instant PlayedAt, string CaseRef, string NoticeRef)
{
    /// <summary>Null where the folder holds no demo.</summary>
    public static DemoRecord? Find(DeskSettings settings)
    {
        var file = FileOf(settings);
        if (!File.Exists(file))
            return null;
        try
        {
            var kept = JsonSerializer.Deserialize<Kept>(File.ReadAllText(file)) ?? throw new JsonException();
            return new DemoRecord(Parse(kept.StoryEnds), Parse(kept.PlayedAt), kept.Case, kept.Notice);
        }
        catch (Exception e) when (e is JsonException or UnparsableValueException or ArgumentNullException)
        {
            throw new DeskException($"{file} cannot be read; remove demo.json and what else is in that folder, and play the demo again.", e);
        }
    }

    /// <summary>Written last: a demo that was interrupted has no record.</summary>
    public void Keep(DeskSettings settings)
    {
        var kept = new Kept(InstantPattern.ExtendedIso.Format(StoryEnds), InstantPattern.ExtendedIso.Format(PlayedAt), CaseRef, NoticeRef);
        var temporary = FileOf(settings) + ".new";
        File.WriteAllText(temporary, JsonSerializer.Serialize(kept));
        File.Move(temporary, FileOf(settings), overwrite: true);
    }

    private static string FileOf(DeskSettings settings) => Path.Combine(settings.DataFolder, "demo.json");

    private static Instant Parse(string text) => InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow();

    private sealed record Kept(string StoryEnds, string PlayedAt, string Case, string Notice);
}
