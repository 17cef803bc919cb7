using AbuseDesk.Cases;
using NodaTime;

namespace AbuseDesk.Cli.Frame;

/// <summary>A screenshot that is named on the command line.</summary>
internal static class Screenshot
{
    public const string Method = "file given on the command line";

    /// <exception cref="DeskException">The file is not there or cannot be read.</exception>
    public static NewScreenshot Of(string file, Instant capturedAt, Actor actor) => new()
    {
        Bytes = Files.Read(file),
        FileName = Path.GetFileName(file),
        CapturedAt = capturedAt,
        CapturedBy = actor.Login,
        Method = Method,
    };
}
