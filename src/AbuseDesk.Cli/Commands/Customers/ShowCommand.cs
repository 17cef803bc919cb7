using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Customers;

namespace AbuseDesk.Cli.Commands.Customers;

/// <summary>Shows one customer.</summary>
public sealed class ShowCommand : DeskCommand
{
    private static readonly Argument<string> Ref = new("REF") { Description = "Reference of the customer (account)." };

    public ShowCommand()
        : base("show", "Show a customer with contacts and resources.")
    {
        Arguments.Add(Ref);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var (customer, contacts, resources) = await desk.Database.ReadAsync(async connection =>
        {
            var found = await CustomerRecords.GetAsync(connection, arguments.GetRequiredValue(Ref));
            return (found, await CustomerRecords.ContactsAsync(connection, found.Id), await CustomerRecords.ResourcesAsync(connection, found.Id));
        }, cancel);
        desk.Out.Write(new { customer, contacts, resources }, text =>
        {
            text.Line($"{customer.Account} {customer.Name}");
            text.Table(["Role", "Name", "E-mail", "Locale", "Zone"], contacts.Select(row => (IReadOnlyList<string?>)[row.Role, row.Name, row.Email, row.Locale, row.Zone]));
            text.Table(["Kind", "Resource", "Held from", "Held to"], resources.Select(row => (IReadOnlyList<string?>)[row.Kind, row.Value, desk.Say(row.HeldFrom), row.HeldTo is { } until ? desk.Say(until) : "still held"]));
        });
        return 0;
    }
}
