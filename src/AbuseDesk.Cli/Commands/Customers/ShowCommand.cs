using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Customers;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Customers;

/// <summary>Shows one customer.</summary>
public sealed class ShowCommand : DeskCommand
{
    private readonly Argument<string> account = Ask.For("REF", "The account, as A-1042.");
    private readonly Option<Instant?> at = Ask.Instant("--at", "Only what it held at this instant.");

    public ShowCommand()
        : base("show", "Show a customer with its contacts and what it holds.")
    {
        Arguments.Add(account);
        Options.Add(at);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var (customer, contacts, resources) = await desk.Database.ReadAsync(async connection =>
        {
            var found = await CustomerRecords.GetAsync(connection, arguments.GetRequiredValue(account));
            return (found, await CustomerRecords.ContactsAsync(connection, found.Id), await CustomerRecords.ResourcesAsync(connection, found.Id, arguments.GetValue(at)));
        }, cancel);
        var document = new
        {
            customer.Account,
            customer.Name,
            contacts,
            resources = resources.Select(resource => new { resource.Kind, resource.Value, resource.HeldFrom, resource.HeldTo }),
        };
        desk.Out.Write(document, text =>
        {
            text.Line($"{customer.Account}  {customer.Name}");
            text.Table(["Contact", "Name", "Address", "Locale", "Zone", "Bounced"], contacts.Select(one => (IReadOnlyList<string?>)
                [one.Role, one.Name, one.Email, one.Locale, one.Zone, one.BouncedAt is null ? "" : $"{desk.At(one.BouncedAt)}, {one.BounceReason}"]));
            text.Table(["Holds", "", "From", "To"], resources.Select(one => (IReadOnlyList<string?>)[one.Kind, one.Value, desk.At(one.HeldFrom), desk.At(one.HeldTo)]));
        });
        return 0;
    }
}
