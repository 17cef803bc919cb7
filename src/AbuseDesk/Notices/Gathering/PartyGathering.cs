using System.Globalization;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Gathering;

/// <summary>The customer, and the people whose names stand under the notice.</summary>
internal static class PartyGathering
{
    public static CustomerFacts Customer(GatheringContext context) => new()
    {
        Account = context.File.Case.Account,
        Name = context.File.Case.CustomerName,
        Addressee = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(context.Notice.Addressee),
        To = GatheringContext.Addresses(context.Notice.Recipients),
        Cc = GatheringContext.Addresses(context.Notice.Copies),
        Resources = context.File.Resources,
    };

    public static PersonFacts Person(GatheringContext context, string login) =>
        context.File.Staff.TryGetValue(login, out var person)
            ? new PersonFacts { Name = person.Name, Title = person.Title }
            : throw new DeskException($"There is no member of staff “{login}”; the notice must name one who is.");
}
