using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Customers;
using AbuseDesk.Escalation;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Customers;

/// <summary>Shows one customer.</summary>
public sealed class ShowCommand : DeskCommand
{
    private readonly Argument<string> account = Ask.For("REF", "The account, as A-1042.");
    private readonly Option<Instant?> at = Ask.Instant("--at", "Only what it held at this instant.");

    public ShowCommand()
        : base("show", "Show how a customer stands: cases, violations with their expiry, contacts, what it holds.")
    {
        Arguments.Add(account);
        Options.Add(at);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var standing = await desk.Get<ShowStanding>().RunAsync(arguments.GetRequiredValue(account), cancel);
        var (customer, contacts) = (standing.Customer, standing.Contacts);
        var resources = arguments.GetValue(at) is { } then
            ? await desk.Database.ReadAsync(connection => CustomerRecords.ResourcesAsync(connection, customer.Id, then), cancel)
            : standing.Resources;
        var document = new
        {
            customer.Account,
            customer.Name,
            standing.Points,
            standing.WindowDays,
            standing.ViolationsCount,
            counting = standing.CountingCount,
            cases = standing.Cases,
            violations = standing.Violations.Select(one => new
            {
                item = $"{one.Row.CaseRef}/{one.Row.Number}",
                one.Row.Clause,
                one.Row.TermsVersion,
                one.Row.Severity,
                one.Row.SeenAt,
                one.State,
                one.Points,
                one.Expires,
            }),
            contacts,
            resources = resources.Select(resource => new { resource.Kind, resource.Value, resource.HeldFrom, resource.HeldTo }),
        };
        desk.Out.Write(document, text =>
        {
            text.Line($"{customer.Account}  {customer.Name}");
            text.Line(FormattableString.Invariant($"{Math.Floor(standing.Points)} points in {standing.WindowDays} days; {standing.CountingCount} of {standing.ViolationsCount} violations count"));
            text.Table(["Case", "Title", "Status", "Items", "Still up", "Opened"], standing.Cases.Select(one => (IReadOnlyList<string?>)
                [one.Ref, one.Title, one.Status, $"{one.ItemsCount}", $"{one.StillUpCount}", desk.At(one.OpenedAt)]));
            text.Table(["Item", "Clause", "Severity", "Seen", "State", "Expires"], standing.Violations.Select(one => (IReadOnlyList<string?>)
                [$"{one.Row.CaseRef}/{one.Row.Number}", one.Row.Clause, one.Row.Severity, desk.At(one.Row.SeenAt), one.State, desk.At(one.Expires)]));
            text.Table(["Contact", "Name", "Address", "Locale", "Zone", "Bounced"], contacts.Select(one => (IReadOnlyList<string?>)
                [one.Role, one.Name, one.Email, one.Locale, one.Zone, one.BouncedAt is null ? "" : $"{desk.At(one.BouncedAt)}, {one.BounceReason}"]));
            text.Table(["Holds", "", "From", "To"], resources.Select(one => (IReadOnlyList<string?>)[one.Kind, one.Value, desk.At(one.HeldFrom), desk.At(one.HeldTo)]));
        });
        return 0;
    }
}
