using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Demo;

/// <summary>The result of a demo for people.</summary>
internal static class DemoText
{
    public static void Write(Output output, DemoResult result, bool again, DeskSettings settings) => output.Write(result, text =>
    {
        if (again)
            text.Line($"The demo was played into {settings.DataFolder} before; nothing was changed.");
        text.Line($"Case {result.Case}: {Counted.Of(result.Items, "item")}, {result.Removed} removed, {result.StillUp} still up.");
        text.Line($"Notice {result.Notice.Ref}: drafted by {result.Notice.Author}, approved by {result.Notice.ApprovedBy}, effective {result.Notice.EffectiveLocal} {result.Notice.Zone} ({result.Notice.EffectiveUtc}).");
        text.Line($"        {Counted.Of(result.Notice.Pages, "page")}, {result.Notice.Pdf}");
        text.Line($"        SHA-256 {result.Notice.Sha256}");
        text.Line($"Mail: {Counted.Of(result.Mail.Count, "message")} in the outbox folder. Journal: {Counted.Of(result.Journal.Entries, "entry", "entries")}, {(result.Journal.Intact ? "intact" : "BROKEN")}.");
        text.Line();
        text.Table(["Login", "Roles", "Password"], result.Users.Select(user => (IReadOnlyList<string?>)[user.Name, user.Role, user.Password ?? "shown once, when the demo was played"]));
        if (!again)
            text.Line("The passwords are shown only here.");
    });
}
