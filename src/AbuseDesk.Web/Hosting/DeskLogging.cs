using System.Globalization;
using Serilog;
using Serilog.Events;

namespace AbuseDesk.Web.Hosting;

internal static class DeskLogging
{
    /// <summary>All of it goes to standard error: standard output belongs to what a command prints.</summary>
    public static void AddDeskLogging(this WebApplicationBuilder builder) =>
        builder.Services.AddSerilog(
            log => log
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                // the keys lie in the desk's own database, guarded like everything in it
                .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
                // whoever starts the desk is told in a sentence
                .Filter.ByExcluding(entry => entry.MessageTemplate.Text is "Hosting failed to start" or "Unable to start Kestrel.")
                .WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: CultureInfo.InvariantCulture),
            writeToProviders: false);
}
