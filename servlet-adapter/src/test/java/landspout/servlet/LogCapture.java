package landspout.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged below a name while it is open. */
final class LogCapture extends Handler implements AutoCloseable {

    private final Logger logger;
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    LogCapture() {
        this("landspout");
    }

    LogCapture(String name) {
        logger = Logger.getLogger(name);
        logger.setLevel(Level.ALL);
        logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        records.add(record);
    }

    List<String> messages(Level atLeast) {
        return records.stream()
                .filter(each -> each.getLevel().intValue() >= atLeast.intValue())
                .map(each -> each.getLoggerName() + ": " + each.getMessage())
                .toList();
    }

    /** The exceptions that were logged, with their causes, as text. */
    List<String> thrown() {
        List<String> texts = new ArrayList<>();
        for (LogRecord record : records) {
            for (Throwable each = record.getThrown(); each != null; each = each.getCause()) {
                texts.add(each.toString());
            }
        }
        return texts;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(null);
    }
}
