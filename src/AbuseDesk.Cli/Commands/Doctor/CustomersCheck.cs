using AbuseDesk.Cli.Frame;
using AbuseDesk.Customers;

namespace AbuseDesk.Cli.Commands.Doctor;

internal static class CustomersCheck
{
    private const string Import = "Import them: abusedesk customers import FILE.csv --as LOGIN";

    public static Task<Finding> RunAsync(DeskSession desk, bool hasData) => Finding.LookAsync("customers", Import, async () =>
        hasData && (await desk.Database.ReadAsync(connection => CustomerRecords.ListAsync(connection, "", 1))).Count > 0
            ? Finding.Ok("customers", "There are customers.")
            : new Finding("customers", FindingState.Advice, "There are no customers, so that no report finds whose content it is.", Import));
}
